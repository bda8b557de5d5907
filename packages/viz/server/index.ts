export { viewHandler, type ViewHandler } from './view-handler.ts'
export type { ViewedRun } from './run-handler.ts'
export { reportPage, type ReportedRun } from './report/report-page.ts'
export { unfold } from '../src/source/folded/unfold.ts'
