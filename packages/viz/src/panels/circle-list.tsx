import { grouped } from '@lineagraph/core'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { showCircle } from '../state/actions.ts'
import type { CircleRow } from '../worker/answers/circle-rows.ts'
import { wholeName, type Slice } from '../worker/names/named.ts'
import { FEW } from './few.ts'
import { Icon } from './icon.tsx'
import { useModel } from './model.ts'
import { Section } from './section.tsx'

/** So many more are listed at a time. */
const MORE = 50
/** So many things of a circle are named in its line. */
const NAMED = 4

/** The circles in which lineage runs, whatever rules say of them: each leads to where it is drawn. */
export function CircleList() {
  const { ask, run } = useModel()
  const wanted = useSignal(FEW)
  const circles = useSignal<Slice<CircleRow> | null>(null)
  const version = run.value?.version
  useEffect(() => {
    let isWanted = true
    void ask('circles', 0, wanted.value).then((found) => {
      if (isWanted) circles.value = found
    })
    return () => void (isWanted = false)
  }, [version, wanted.value])
  if (!circles.value || circles.value.total === 0) return null
  const { rows, total } = circles.value
  return (
    <Section title="Circles" count={grouped(total)}>
      {rows.map((circle) => (
        <CircleLine key={circle.key} circle={circle} />
      ))}
      {rows.length < total && (
        <button type="button" class="more" onClick={() => (wanted.value += MORE)}>
          {grouped(total - rows.length)} more
        </button>
      )}
    </Section>
  )
}

function CircleLine({ circle: { key, size, way, cut } }: { circle: CircleRow }) {
  const { act } = useModel()
  const names = way.slice(0, NAMED).map(wholeName)
  const words = [...names, ...(way.length > NAMED ? ['…'] : [])].join(' → ')
  const [first] = cut
  return (
    <button
      type="button"
      class="thing"
      title={words}
      onClick={() =>
        first && act((view) => showCircle(view, { key, size, from: first.from.key, to: first.to.key }))
      }
    >
      <Icon name="lineage" size={14} />
      <bdi class="name">{words}</bdi>
      <span class="count">{grouped(size)}</span>
    </button>
  )
}
