export { checkPrepared, checkRun, loadGraph, type LoadedGraph } from './check-run.ts'
export { checkRuns, type CheckRunsOptions } from './check-runs.ts'
export { findConfig } from './find-config.ts'
export { findSources } from './find-sources.ts'
export { findRunAndWorkspace, type RunSources } from './find-workspace.ts'
export {
  clearIncomplete,
  findIncomplete,
  incompleteFolder,
  markIncomplete,
  type IncompleteRun,
} from './incomplete-run.ts'
export { loadRun, type LoadOptions } from './load-run.ts'
export { MOST_THREADS } from './most-threads.ts'
export { PathError } from './path-error.ts'
export { planCheck, planPrepared, type PlannedCheck, type PlannedFile } from './plan-check.ts'
export { prepareCheck, type CheckHooks, type CheckOptions, type PreparedCheck } from './prepare-check.ts'
export { isGoneFrom, readBaseline, runInBaseline } from './read-baseline.ts'
export { STANDARD_INPUT } from './standard-input.ts'
export { streamSource } from './stream-source.ts'
export { isUploadFile, runFilesIn } from './run-files.ts'
