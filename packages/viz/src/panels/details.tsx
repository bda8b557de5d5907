import { isWholePath, type View } from '../state/view.ts'
import { later } from './later.tsx'
import { useModel } from './model.ts'
import { RunSummary } from './run-summary.tsx'
import { SideWaiting } from './side-waiting.tsx'
import './details.css'

const ChosenSide = later('details', async () => (await import('./chosen-side.tsx')).ChosenSide, {
  Meanwhile: SideWaiting,
})

const hasChosen = ({ selection, edge, path }: View): boolean =>
  selection.length > 0 || edge !== null || isWholePath(path)

/** What is chosen, with all that its declaration says; the run where nothing is. */
export const DetailsPanel = () => (hasChosen(useModel().view.value) ? <ChosenSide /> : <RunSummary />)

/** Loads what the details show of a view. */
export function loadDetails(view: View): void {
  if (hasChosen(view)) ChosenSide.load()
}
