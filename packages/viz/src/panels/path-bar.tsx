import { grouped } from '@lineagraph/core'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { clear, clearPath, setPaths } from '../state/actions.ts'
import { isWholePath, type PathEnds } from '../state/view.ts'
import type { Paths } from '../worker/answers/path-rows.ts'
import { Icon } from './icon.tsx'
import { useModel } from './model.ts'
import { pathsWords } from './words.ts'

/** The path that is asked for: which end is missing, or which ways are shown and how many there are. */
export function PathBar() {
  const { act, view } = useModel()
  const { path } = view.value
  if (!path) return null
  return (
    <div class="bar-part" role="group" aria-label="Path">
      {isWholePath(path) ? (
        <>
          <PathCount takes={path.takes} />
          <button
            type="button"
            class="button"
            aria-pressed={path.takes === 'all'}
            onClick={() =>
              act((before) => setPaths(before, { takes: path.takes === 'all' ? 'shortest' : 'all' }))
            }
          >
            All paths
          </button>
          <button
            type="button"
            class="button"
            aria-pressed={path.columns}
            onClick={() => act((before) => setPaths(before, { columns: !path.columns }))}
          >
            Column by column
          </button>
        </>
      ) : (
        <span>
          {path.from === null ? 'Choose where the path begins' : 'Choose where the path ends'}: “More” at a
          thing
        </span>
      )}
      <button type="button" class="icon-button" aria-label="Leave the path" onClick={() => act(clearPath)}>
        <Icon name="close" />
      </button>
    </div>
  )
}

/** How many paths there are, and how many of them are shown; it leads to their list. */
function PathCount({ takes }: Pick<PathEnds, 'takes'>) {
  const { act, ask, change, picture, sideOpen, wish } = useModel()
  const paths = useSignal<Paths | null>(null)
  const shown = picture.value
  useEffect(() => {
    const { path } = wish.peek()
    if (!isWholePath(path)) return
    let isWanted = true
    void ask('paths', path.from, path.to, wish.peek(), 0).then((found) => {
      if (isWanted) paths.value = found
    })
    return () => void (isWanted = false)
  }, [shown])
  if (!paths.value || paths.value.counts.all.paths === 0) return null
  const { shortest, all } = paths.value.counts
  const isSome = takes === 'shortest' && shortest.paths < all.paths
  return (
    <button
      type="button"
      class="button"
      title="Show the list"
      onClick={() => {
        act(clear)
        change({ tab: 'details' })
        sideOpen.value = true
      }}
    >
      {isSome ? `${grouped(shortest.paths)} of ${pathsWords(all)}` : pathsWords({ shortest, all }[takes])}
    </button>
  )
}
