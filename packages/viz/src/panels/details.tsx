import { later } from './later.tsx'
import { useModel } from './model.ts'
import './details.css'

const ChosenSide = later('details', async () => (await import('./chosen-side.tsx')).ChosenSide)
const RunSummary = later('summary', async () => (await import('./run-summary.tsx')).RunSummary)

/** What is chosen, with all that its declaration says; the run where nothing is. */
export function DetailsPanel() {
  const { selection, edge, path } = useModel().view.value
  const isPath = path !== null && path.from !== null && path.to !== null
  return selection.length > 0 || edge || isPath ? <ChosenSide /> : <RunSummary />
}
