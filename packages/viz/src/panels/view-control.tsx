import { showLineage, showMap } from '../state/actions.ts'
import { Icon } from './icon.tsx'
import { useModel } from './model.ts'

/** The two views of one graph. Lineage is that of what is chosen, or of what it was about last. */
export function ViewControl() {
  const { act, view } = useModel()
  const { kind, selection, focus } = view.value
  const about = selection.at(-1) ?? focus
  return (
    <div class="segments" role="group" aria-label="View">
      <button
        type="button"
        class={kind === 'map' ? 'on' : ''}
        aria-pressed={kind === 'map'}
        onClick={() => act(showMap)}
      >
        <Icon name="map" />
        Map
      </button>
      <button
        type="button"
        class={kind === 'lineage' ? 'on' : ''}
        aria-pressed={kind === 'lineage'}
        disabled={about === null}
        title={about === null ? 'Choose a thing first' : 'What feeds it and what it feeds'}
        onClick={() => about !== null && act((before) => showLineage(before, about))}
      >
        <Icon name="lineage" />
        Lineage
      </button>
    </div>
  )
}
