import { grouped } from '@lineagraph/core'
import { drawAll, listAll, showUsualHops } from '../state/actions.ts'
import { isWholePath, mostThings } from '../state/view.ts'
import { Icon } from './icon.tsx'
import { useModel } from './model.ts'
import { showFindings } from './show-findings.ts'
import { unreadWords } from './unread-words.ts'
import './notice.css'

/** What of a link or of a wish could not be done, until somebody closes it. */
export function Notice() {
  const model = useModel()
  const { notice, picture, run, view, sideOpen, act } = model
  if (notice.value === '') return null
  const unread = run.value ? unreadWords(run.value.facts) : ''
  const hasMore = picture.value !== null && picture.value.ifMore !== null
  const { ifAll = null, ifMost = null } = picture.value ?? {}
  return (
    <div class="notice" role="status">
      <span>{notice.value}</span>
      {hasMore && (
        <button type="button" class="button" onClick={() => act(showUsualHops)}>
          Show two hops
        </button>
      )}
      {ifAll !== null && (
        <button type="button" class="button" onClick={() => act(drawAll)}>
          {drawWords(ifAll)}
        </button>
      )}
      {ifMost !== null && (
        <button
          type="button"
          class="button"
          onClick={() => {
            act(listAll)
            sideOpen.value = true
          }}
        >
          {isWholePath(view.value.path) ? 'List the paths' : `List all ${grouped(ifMost)}`}
        </button>
      )}
      {unread !== '' && notice.value.includes(unread) && (
        <button type="button" class="button" onClick={() => showFindings(model)}>
          Show why
        </button>
      )}
      <button type="button" class="icon-button" aria-label="Close" onClick={() => (notice.value = '')}>
        <Icon name="close" />
      </button>
    </div>
  )
}

const drawWords = (things: number): string =>
  things <= mostThings('all')
    ? `Draw all ${grouped(things)}`
    : `Draw the nearest ${grouped(mostThings('all'))}`
