import { grouped } from '@lineagraph/core'
import { ChangeSign } from './change-sign.tsx'
import { SeverityIcon } from './icon.tsx'
import type { RunFacts } from '../worker/answers/run-facts.ts'
import type { Light, Reach } from '../scene/marks/light-up.ts'
import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { escapeFrom } from '../state/escape.ts'
import { countsHops, type View } from '../state/view.ts'
import { Live } from './live.tsx'
import { litBriefly, litWords } from './lit-words.ts'
import { useModel } from './model.ts'
import { SaidAgain } from './said-again.tsx'
import { showFindings } from './show-findings.ts'
import { tallyLines, tallyWords } from './tally-words.ts'
import { fitter } from './text-fitter.ts'
import { WholeStatus } from './whole-status.tsx'
import { counted, duration } from './words.ts'
import './status-line.css'

/** What a narrow line has no words in, CSS pixels: its sides, and the button that leads to all of it with the gap before it. */
const TAKEN = 2 * 8 + 24 + 2

/** Says always, and truly, how much of the run the picture shows and where the rest is. */
export function StatusLine() {
  const line = useRef<HTMLElement>(null)
  const room = useSignal(0)
  const { picture, linesDrawn, run, following, light, isNarrow, view, size } = useModel()
  const shown = picture.value
  const facts = run.value?.facts
  if (!shown || !facts) return <footer class="status" />
  const { things, edges, missing } = shown.tally
  const { errors, warnings, infos } = facts.summary
  if (isNarrow.value) {
    const [drawn, rest] = tallyLines(shown.tally, size.value.width - TAKEN, fitter())
    return (
      <footer ref={line} class="status" aria-label="Status">
        <span class="drawn">
          <span>
            <ByTurns parts={drawn} />
          </span>{' '}
          <span>
            <ByTurns parts={rest} />
          </span>
        </span>
        <WholeStatus line={line} room={room} />
      </footer>
    )
  }
  return (
    <footer ref={line} class="status" aria-label="Status">
      <span
        class="drawn"
        onMouseEnter={({ currentTarget }) => (currentTarget.title = currentTarget.textContent)}
      >
        drawn <b>{grouped(things.drawn)}</b> of {grouped(things.all)} things, <b>{grouped(edges.drawn)}</b> of{' '}
        {grouped(edges.all)} edges
        <span class="more-said lines-said"> on {counted(linesDrawn.value, 'line')}</span>;{' '}
        <b>{grouped(things.folded)}</b> folded, <b>{grouped(things.hidden)}</b> hidden
        {things.beyond > 0 && (
          <>
            ,{' '}
            <SaidAgain>
              <b>{grouped(things.beyond)}</b> beyond
            </SaidAgain>
          </>
        )}
        , <b>{grouped(missing)}</b> not resolved
        {edges.folded + edges.hidden + edges.beyond > 0 && (
          <span class="more-said edges-said">
            ; edges: <b>{grouped(edges.folded)}</b> inside one thing, <b>{grouped(edges.hidden)}</b> hidden
            {edges.beyond > 0 && (
              <>
                , <b>{grouped(edges.beyond)}</b> beyond
              </>
            )}
          </span>
        )}
      </span>
      {room.value > 0 && (
        <span class="shortly">
          <ByTurns parts={tallyWords(shown.tally, room.value, fitter())} />
        </span>
      )}
      <WholeStatus line={line} room={room} />
      <span class="room" />
      {light.value && <Lit light={light.value} />}
      {facts.diff && <Changes diff={facts.diff} />}
      {errors > 0 && <Count severity="error" count={errors} />}
      {warnings > 0 && <Count severity="warning" count={warnings} />}
      {infos > 0 && <Count severity="info" count={infos} />}
      {view.value.kind === 'lineage' && <KeyHints view={view.value} hasHome={shown.focus >= 0} />}
      <span class="faint time">laid out in {duration(shown.layoutTime)}</span>
      <Live following={following.value} name={run.value!.name} />
    </footer>
  )
}

/** Keys that do something now. */
const KeyHints = ({ view, hasHome }: { view: View; hasHome: boolean }) => {
  const escape = escapeFrom(view)
  return (
    <span class="key-hints" aria-hidden="true">
      {escape && (
        <>
          <kbd>Esc</kbd> {escape.says}{' '}
        </>
      )}
      {hasHome && (
        <>
          <kbd>h</kbd> home{' '}
        </>
      )}
      {countsHops(view) && (
        <>
          <kbd>[</kbd> <kbd>]</kbd> hops
        </>
      )}
    </span>
  )
}

/** How much is lit: in full, and in few words for where there is less room. */
function Lit({ light: { circle, reach } }: { light: Light }) {
  const says = (said: (reach: Reach) => string) =>
    circle ? (
      <>
        circle of <b>{grouped(circle.size)}</b>
      </>
    ) : (
      reach && inBold(said(reach))
    )
  if (!circle && !reach) return null
  return (
    <>
      <span class="lit">{says(litWords)}</span>
      <span class="lit-briefly">{says(litBriefly)}</span>
    </>
  )
}

/** Words and numbers by turns. */
const ByTurns = ({ parts }: { parts: readonly string[] }) => (
  <>{parts.map((part, i) => (i % 2 === 1 ? <b key={parts[i - 1]}>{part}</b> : part))}</>
)

/** A text with its numbers in bold. */
const inBold = (text: string) =>
  Array.from(text.matchAll(/(\d[\d,]*)|\D+/g), ({ 0: part, 1: number, index }) =>
    number === undefined ? part : <b key={index}>{number}</b>,
  )

const WORDS = { error: 'errors', warning: 'warnings', info: 'notes' } as const

function Count({ severity, count }: { severity: keyof typeof WORDS; count: number }) {
  const model = useModel()
  return (
    <button
      type="button"
      class="status-button"
      aria-label={`${grouped(count)} ${WORDS[severity]}: show them`}
      onClick={() => showFindings(model)}
    >
      <SeverityIcon severity={severity} size={12} />
      {grouped(count)}
    </button>
  )
}

const CHANGES = ['added', 'removed', 'changed'] as const

/** What the run is to the one before, as the picture signs it. */
function Changes({ diff }: { diff: NonNullable<RunFacts['diff']> }) {
  const { change, sideOpen } = useModel()
  return (
    <button
      type="button"
      class="status-button"
      title={`against ${diff.base}`}
      onClick={() => {
        change({ tab: 'changes' })
        sideOpen.value = true
      }}
    >
      {CHANGES.map((one) => (
        <span key={one} class="changed">
          <ChangeSign change={one} />
          {grouped(diff.counts[one])}
          <span class="unseen">{` ${one} `}</span>
        </span>
      ))}
      <span class="faint">
        against <bdi>{diff.base}</bdi>
      </span>
    </button>
  )
}
