import type { CircleEdge, FindingDetails } from '../worker/answers/findings.ts'
import { wholeName } from '../worker/names/named.ts'
import { Icon } from './icon.tsx'
import './circle-steps.css'

/** A way round a circle, edge after edge, and the edges without which it is none. */
export function CircleSteps({ circle }: { circle: NonNullable<FindingDetails['wayRound']> }) {
  const isCut = (edge: CircleEdge): boolean =>
    circle.cut.some(({ from, to }) => from.key === edge.from.key && to.key === edge.to.key)
  const aside = circle.cut.filter(
    (edge) => !circle.way.some(({ from, to }) => from.key === edge.from.key && to.key === edge.to.key),
  )
  return (
    <ol class="circle-steps" aria-label="The way round">
      {circle.way.map((edge, i) => (
        <Step key={`${edge.from.key} ${edge.to.key}`} edge={edge} number={i + 1} isCut={isCut(edge)} />
      ))}
      {aside.map((edge) => (
        <Step key={`${edge.from.key} ${edge.to.key}`} edge={edge} number={0} isCut />
      ))}
    </ol>
  )
}

const Step = ({ edge, number, isCut }: { edge: CircleEdge; number: number; isCut: boolean }) => (
  <li class={isCut ? 'cut' : ''}>
    <span class="step-number" aria-hidden="true">
      {isCut ? <Icon name="scissors" size={11} /> : number}
    </span>
    <span class="step-edge" title={`${wholeName(edge.from)} → ${wholeName(edge.to)}`}>
      {isCut && <span class="unseen">Cut this edge: </span>}
      <bdi>{wholeName(edge.from)}</bdi> → <bdi>{wholeName(edge.to)}</bdi>
    </span>
    {edge.place && (
      <span class="step-place">
        {edge.place.file.split('/').at(-1)}:{edge.place.line}
      </span>
    )}
  </li>
)
