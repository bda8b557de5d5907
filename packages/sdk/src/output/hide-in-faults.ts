import { inspect } from 'node:util'
import { hideInError } from '../secrets/hide-in-error.ts'
import { known } from '../secrets/known-secrets.ts'

let isHeard = false

/**
 * Hides the secrets that are known in what Node itself prints: errors that nobody caught, in a timer or in a promise that nobody
 * awaited, and warnings. Nothing else changes: such an error ends the process as it would, with its trace.
 */
export function hideInFaults(): void {
  if (isHeard) return
  isHeard = true
  process.on('uncaughtExceptionMonitor', hideInFatal)
  process.prependListener('warning', (warning) => void hideInError(warning, known))
}

/** Node shows the line of the source, which may hold the secret too, and a text that was thrown as it is: then we print in its place. */
function hideInFatal(error: unknown): void {
  if (!known.holds(typeof error === 'string' ? error : inspect(error))) return
  const hidden = hideInError(error, known)
  if (process.listenerCount('uncaughtException') > 0 || process.hasUncaughtExceptionCaptureCallback()) return
  const text = hidden instanceof Error ? inspect(hidden) : `Uncaught ${String(hidden)}`
  process.stderr.write(`${text}\n\nNode.js ${process.version}\n`)
  process.exit(1)
}
