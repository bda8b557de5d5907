export { viewHandler, type ViewHandler } from './view-handler.ts'
export type { ViewedRun } from './run-handler.ts'
