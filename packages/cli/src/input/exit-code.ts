/** What the command says by its exit code. Never the count of findings. */
export const EXIT = {
  ok: 0,
  /** An error was found, or more warnings than allowed. */
  findings: 1,
  /** Wrong usage or configuration, an output that cannot be written among it. */
  usage: 2,
  /** A path that is not there or cannot be read. */
  path: 3,
  /** No declaration was found: nothing was checked. */
  nothing: 4,
  /** Our own fault. */
  fault: 70,
} as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]
