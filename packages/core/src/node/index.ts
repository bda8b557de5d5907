export { checkRun } from './check-run.ts'
export { findSources, STANDARD_INPUT } from './find-sources.ts'
export { loadRun } from './load-run.ts'
export { PathError } from './path-error.ts'
