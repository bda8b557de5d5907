import { useSignal, useSignalEffect } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { setPathEnd } from '../state/actions.ts'
import type { PathEnds } from '../state/view.ts'
import type { Paths } from '../worker/answers/path-rows.ts'
import { EdgeEnds } from './edge-ends.tsx'
import { useModel } from './model.ts'
import { Section } from './section.tsx'
import { ThingLine } from './thing-line.tsx'
import { counted, number } from './words.ts'

/** So many ways are told at most; the picture shows what lies on any. */
const MOST = 40

/** The ways from one thing to another, the shortest first: what the details show while a path is asked for and nothing else is chosen. */
export function PathSide() {
  const model = useModel()
  const paths = useSignal<Paths | null>(null)
  const asked = useRef(0)
  useSignalEffect(() => {
    const wish = model.wish.value
    const turn = ++asked.current
    const [from, to] = [wish.path?.from ?? null, wish.path?.to ?? null]
    if (!model.run.value || from === null || to === null) return
    void model.ask('paths', from, to, wish, MOST).then((answer) => {
      if (turn === asked.current) paths.value = answer
    })
  })
  const told = paths.value
  const { path } = model.view.value
  if (!told?.ends || !path) return null
  const [from, to] = told.ends
  const shortest = told.ways[0]?.length ?? 0
  const ways = path.takes === 'shortest' ? told.ways.filter(({ length }) => length === shortest) : told.ways
  const isAll = told.isAll || ways.length < told.ways.length
  return (
    <div class="details">
      <div class="top">
        <p class="crumbs">{path.takes === 'shortest' ? 'The shortest ways' : 'All ways'}</p>
        <EdgeEnds from={from} to={to} />
      </div>
      {ways.length === 0 ? <NoWay path={path} isThereBack={told.isThereBack} /> : null}
      {ways.map((way, i) => (
        <Section
          key={way.map(({ key }) => key).join(' ')}
          title={ways.length > 1 ? `Way ${number(i + 1)}` : 'The way'}
          count={counted(way.length - 1, 'hop')}
        >
          {way.map((thing) => (
            <ThingLine key={thing.key} thing={thing} place={thing.place} />
          ))}
        </Section>
      ))}
      {!isAll && <p class="hint">There are more: these are the first {number(ways.length)}.</p>}
    </div>
  )
}

function NoWay({ path: { from, to, columns }, isThereBack }: { path: PathEnds; isThereBack: boolean }) {
  const { act } = useModel()
  return (
    <div class="nothing">
      <p>
        {columns ? 'No columns lead from the one to the other' : 'No lineage leads from the one to the other'}
        {isThereBack ? ', but the other way round.' : ', in neither direction.'}
      </p>
      {isThereBack && from !== null && to !== null && (
        <button
          type="button"
          class="button"
          onClick={() => act((view) => setPathEnd(setPathEnd(view, 'from', to), 'to', from))}
        >
          Turn it round
        </button>
      )}
    </div>
  )
}
