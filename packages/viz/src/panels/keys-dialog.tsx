import { useEffect, useRef } from 'preact/hooks'
import { Icon } from './icon.tsx'
import { useModel } from './model.ts'
import './keys-dialog.css'

const KEYS: readonly (readonly [keys: readonly string[], does: string])[] = [
  [['/', 'Ctrl F'], 'search; Enter and Shift Enter go from hit to hit'],
  [['←', '→'], 'walk upstream, downstream; ↑ ↓ where the data goes down'],
  [['↑', '↓'], 'walk among neighbors; ← → where the data goes down'],
  [
    ['Enter', 'double click'],
    'open or close a container; the lineage of a dashboard or of anything else; on nothing, fit',
  ],
  [['Space'], 'open or close, show columns, or spread a stack'],
  [['Shift Space'], 'fold again what was spread'],
  [['[', ']'], 'a hop fewer or more each way; a side at none or all stays so'],
  [['h'], 'back to what the lineage is about'],
  [['f'], 'fit the picture'],
  [['+', '−'], 'zoom'],
  [['right click', 'long press', 'Menu', 'Shift F10'], 'what else can be done with it'],
  [['Esc'], 'clear what is chosen, then leave the path or the circle that is shown'],
  [['?'], 'these keys'],
  [['click'], 'choose; on nothing, clear'],
  [['Shift click'], 'choose one more, a column too; or one less'],
  [['scroll'], 'pan; with Ctrl or Cmd zoom, with Shift sideways'],
]

/** What the keyboard and the wheel do. */
export function KeysDialog() {
  const { keysOpen } = useModel()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (keysOpen.value && !dialog.current?.open) dialog.current?.showModal()
    if (!keysOpen.value) dialog.current?.close()
  }, [keysOpen.value])
  return (
    <dialog ref={dialog} class="keys" aria-label="Keys" onClose={() => (keysOpen.value = false)}>
      <div class="panel-head">
        Keys
        <span class="room" />
        <button type="button" class="icon-button" aria-label="Close" onClick={() => (keysOpen.value = false)}>
          <Icon name="close" />
        </button>
      </div>
      <dl>
        {KEYS.map(([keys, does]) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </dialog>
  )
}
