import { grouped } from '@lineagraph/core'
import { useSignal, useSignalEffect } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { setDirection, setPathEnd, setPaths, showAll, showLineage } from '../state/actions.ts'
import type { PathEnds, View } from '../state/view.ts'
import type { Paths, Placed } from '../worker/answers/path-rows.ts'
import { wholeName, type Named } from '../worker/names/named.ts'
import { EdgeEnds } from './edge-ends.tsx'
import { useModel } from './model.ts'
import { Section } from './section.tsx'
import { ThingLine } from './thing-line.tsx'
import { counted, pathsWords } from './words.ts'

/** So many more ways are told at a time; the picture shows what lies on any. */
const MORE = 40

/** The ways from one thing to another, the shortest first: what the details show while a path is asked for and nothing else is chosen. */
export function PathSide() {
  const model = useModel()
  const paths = useSignal<Paths | null>(null)
  const wanted = useSignal({ of: '', ways: MORE })
  const asked = useRef(0)
  useSignalEffect(() => {
    const wish = model.wish.value
    const turn = ++asked.current
    const [from, to] = [wish.path?.from ?? null, wish.path?.to ?? null]
    const most = waysWanted(wish.path, wanted.value)
    if (!model.run.value || from === null || to === null) return
    void model.ask('paths', from, to, wish, most).then((answer) => {
      if (turn === asked.current) paths.value = answer
    })
  })
  const told = paths.value
  const { path } = model.view.value
  if (!told?.ends || !path) return null
  const [from, to] = told.ends
  const { ways, inner, counts } = told
  const all = counts[path.takes]
  const more = (): void =>
    void (wanted.value = { of: JSON.stringify(path), ways: waysWanted(path, wanted.value) + MORE })
  return (
    <div class="details">
      <div class="top">
        <p class="crumbs">{path.takes === 'shortest' ? 'The shortest paths' : 'All paths'}</p>
        <EdgeEnds from={from} to={to} />
      </div>
      {inner && <Nested ends={told.ends} inner={inner} />}
      {!inner && all.paths === 0 ? <NoWay path={path} ends={told.ends} other={told.other} /> : null}
      <Ways ways={ways} />
      {!all.isAll && <p class="hint">Not all could be counted: there are {pathsWords(all)}.</p>}
      {(!all.isAll || ways.length < all.paths) && (
        <button type="button" class="more" onClick={more}>
          {all.isAll ? `${grouped(all.paths - ways.length)} more` : `Look for ${grouped(MORE)} more`}
        </button>
      )}
    </div>
  )
}

/** How many ways of a path are wished for: of another one the first again. */
const waysWanted = (path: PathEnds | null, wanted: { readonly of: string; readonly ways: number }): number =>
  wanted.of === JSON.stringify(path) ? wanted.ways : MORE

/** Each way: of several, the one that is pointed at, or chosen, is lit apart from the others. */
function Ways({ ways }: { ways: readonly (readonly Placed[])[] }) {
  const { way: lit } = useModel()
  const chosen = useSignal('')
  const keysOf = (way: readonly Placed[]): string[] => way.map(({ key }) => key)
  const nameOf = (way: readonly Placed[]): string => JSON.stringify(keysOf(way))
  const rest = (): void => {
    const kept = ways.find((way) => nameOf(way) === chosen.peek())
    lit.value = kept ? keysOf(kept) : null
  }
  useEffect(() => {
    rest()
    return () => void (lit.value = null)
  }, [ways.map(nameOf).join()])
  if (ways.length === 1) return <Way way={ways[0]!} title="The path" />
  return (
    <>
      {ways.map((way, i) => {
        const name = nameOf(way)
        const isChosen = chosen.value === name
        const toggle = isChosen ? 'Show all' : 'Show alone'
        const point = (): void => void (lit.value = keysOf(way))
        return (
          <div key={name} onMouseEnter={point} onMouseLeave={rest} onFocusIn={point} onFocusOut={rest}>
            <Way
              way={way}
              title={`Path ${grouped(i + 1)}`}
              side={
                <button
                  type="button"
                  class="link"
                  aria-label={`${toggle}: path ${grouped(i + 1)}`}
                  onClick={() => (chosen.value = isChosen ? '' : name)}
                >
                  {toggle}
                </button>
              }
            />
          </div>
        )
      })}
    </>
  )
}

const Way = ({ way, title, side }: { way: readonly Placed[]; title: string; side?: ComponentChildren }) => (
  <Section title={title} count={counted(way.length - 1, 'hop')} side={side}>
    {way.map((thing) => (
      <ThingLine key={thing.key} thing={thing} place={thing.place} />
    ))}
  </Section>
)

const fedBy =
  (thing: Named) =>
  (view: View): View =>
    setDirection(showLineage(view, thing.key), 'down')
const feeding =
  (thing: Named) =>
  (view: View): View =>
    setDirection(showLineage(view, thing.key), 'up')

interface NestedProps {
  readonly ends: readonly [from: Named, to: Named]
  readonly inner: NonNullable<Paths['inner']>
}

/** That one end is inside the other, and the lineage of that one instead. */
function Nested({ ends: [from, to], inner }: NestedProps) {
  const { act } = useModel()
  if (inner === 'same') return <p class="nothing">Both ends of the path are the same.</p>
  const [own, around] = inner === 'from' ? [from, to] : [to, from]
  const name = wholeName(own)
  return (
    <div class="nothing">
      <p>
        <bdi>{name}</bdi> is inside <bdi>{wholeName(around)}</bdi>: no path leads from one to the other.
      </p>
      <button type="button" class="button" onClick={() => act((inner === 'from' ? fedBy : feeding)(own))}>
        {inner === 'from' ? `Show what ${name} feeds` : `Show what feeds ${name}`}
      </button>
    </div>
  )
}

interface NoWayProps {
  readonly path: PathEnds
  readonly ends: readonly [from: Named, to: Named]
  readonly other: Paths['other']
}

/** Why there is nothing to show, and where there is something instead. */
function NoWay({ path, ends: [from, to], other }: NoWayProps) {
  const { act } = useModel()
  const [start, end] = [wholeName(from), wholeName(to)]
  const instead = {
    hidden: { says: 'There is a path past what the filters hide.', label: 'Show all', does: showAll },
    tables: {
      says: 'From table to table there is a path.',
      label: 'Show it table by table',
      does: (view: View) => setPaths(view, { columns: false }),
    },
    back: {
      says: 'The other way round there is a path.',
      label: 'Turn it round',
      does: (view: View) =>
        setPathEnd(setPathEnd(view, 'from', path.to ?? to.key), 'to', path.from ?? from.key),
    },
    down: {
      says: 'Nor does any the other way round. What it feeds tells how far it leads.',
      label: `Show what ${start} feeds`,
      does: fedBy(from),
    },
    up: {
      says: `Nor does any the other way round: ${start} feeds nothing. What feeds ${end} tells where that comes from.`,
      label: `Show what feeds ${end}`,
      does: feeding(to),
    },
    none: {
      says: `Nor does any the other way round: ${start} feeds nothing, and nothing feeds ${end}.`,
      label: '',
      does: null,
    },
  }[other ?? 'none']
  return (
    <div class="nothing">
      <p>
        {path.columns ? 'No column lineage leads' : 'No lineage leads'} from <bdi>{start}</bdi> to{' '}
        <bdi>{end}</bdi>. {instead.says}
      </p>
      {instead.does && (
        <button type="button" class="button" onClick={() => act(instead.does)}>
          {instead.label}
        </button>
      )}
    </div>
  )
}
