import { know } from '../secrets/known-secrets.ts'
import type { Hiding } from '../secrets/secrets.ts'
import { hideInFaults } from './hide-in-faults.ts'
import { hideInHeldStreams, hideInStreams } from './hide-in-streams.ts'
import { logAside } from './log-aside.ts'

/** A run whose secrets are hidden in all that the process prints. */
interface HiddenRun {
  /** The run is over; what it left behind may still print. */
  end(): void
  /** Nothing is left of it: its secrets are none any more. */
  forget(): void
}

/** Hides the secrets of a run in all that the process prints, and has logs go to standard error until it ends. */
export function hidePrints(run: Hiding): HiddenRun {
  const forget = know(run)
  hideInStreams()
  hideInFaults()
  const restoreConsole = logAside()
  return {
    end() {
      restoreConsole()
      hideInHeldStreams()
    },
    forget,
  }
}
