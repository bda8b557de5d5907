import type { Hiding } from './secrets.ts'

/** So many runs of one process are known at once: what the last of them left behind may still print. */
const MOST = 1000
const runs = new Set<Hiding>()

/** What hides the secrets of all runs that are known. */
export const known: Hiding = {
  hide: (text) => [...runs].reduce((hidden, run) => run.hide(hidden), text),
  holds: (text) => [...runs].some((run) => run.holds(text)),
}

/** Has the secrets of a run hidden from now on. @returns ends that, unless they were hidden before. */
export function know(run: Hiding): () => void {
  const wasKnown = runs.delete(run) // the latest stands last
  runs.add(run)
  for (const oldest of runs) {
    if (runs.size <= MOST) break
    runs.delete(oldest)
  }
  return () => {
    if (!wasKnown) runs.delete(run)
  }
}
