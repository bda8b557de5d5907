import type { Severity } from '../check/finding.ts'

/** What is made for each severity. */
export const ofEachSeverity = <T>(make: (severity: Severity) => T): Readonly<Record<Severity, T>> => ({
  error: make('error'),
  warning: make('warning'),
  info: make('info'),
})
