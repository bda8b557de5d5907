import { grouped } from '@lineagraph/core'
import { Live } from './live.tsx'
import { useModel } from './model.ts'
import { SaidAgain } from './said-again.tsx'
import { counted, duration } from './words.ts'

/** All that is known of how much the picture shows, figure by figure. @param above so far from the page's foot, CSS pixels. */
export function StatusSums({ above }: { above: number }) {
  const { picture, linesDrawn, run, light, following } = useModel()
  const shown = picture.value
  const facts = run.value?.facts
  if (!shown || !facts) return null
  const { things, edges, missing } = shown.tally
  const { errors, warnings, infos } = facts.summary
  const lit = light.value
  return (
    <div
      class="sums-over"
      style={{ bottom: `${above}px` }}
      role="group"
      aria-label="All of the status"
      tabIndex={-1}
    >
      <dl>
        <Sum of="things of the run" count={things.all} />
        <Sum of="drawn" count={things.drawn} />
        <Sum of="folded" count={things.folded} />
        <Sum of="hidden" count={things.hidden} />
        {things.beyond > 0 && (
          <>
            <dt>beyond what is shown</dt>
            <dd>
              <SaidAgain>{grouped(things.beyond)}</SaidAgain>
            </dd>
          </>
        )}
        <Sum of="not resolved" count={missing} />
      </dl>
      <dl>
        <Sum of="edges of the run" count={edges.all} />
        <Sum of={`on the ${counted(linesDrawn.value, 'line')} drawn`} count={edges.drawn} />
        <Sum of="inside one thing" count={edges.folded} />
        <Sum of="hidden" count={edges.hidden} />
        {edges.beyond > 0 && <Sum of="beyond what is shown" count={edges.beyond} />}
      </dl>
      {(lit?.circle || lit?.reach) && (
        <dl>
          {lit.circle && <Sum of="things in the lit circle" count={lit.circle.size} />}
          {lit.reach && (
            <>
              <Sum of="upstream" count={lit.reach.upstream.things} />
              <Sum of="downstream" count={lit.reach.downstream.things} />
              <Sum of="of these not in the picture" count={lit.reach.unseen} />
            </>
          )}
        </dl>
      )}
      <dl>
        <Sum of="errors" count={errors} />
        <Sum of="warnings" count={warnings} />
        <Sum of="notes" count={infos} />
      </dl>
      {facts.diff && (
        <dl>
          <dt>against</dt>
          <dd class="of-base">
            <bdi>{facts.diff.base}</bdi>
          </dd>
          <Sum of="added" count={facts.diff.counts.added} />
          <Sum of="removed" count={facts.diff.counts.removed} />
          <Sum of="changed" count={facts.diff.counts.changed} />
        </dl>
      )}
      <p>laid out in {duration(shown.layoutTime)}</p>
      <p class="status-live">
        <Live following={following.value} name={run.value!.name} />
      </p>
    </div>
  )
}

const Sum = ({ of, count }: { of: string; count: number }) => (
  <>
    <dt>{of}</dt>
    <dd>{grouped(count)}</dd>
  </>
)
