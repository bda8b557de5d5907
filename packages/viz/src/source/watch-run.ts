/** Calls `onChange` when a file of the served run has changed, and `onLive` with whether the server is there. @returns how to stop. */
export function watchRun(base: string, onChange: () => void, onLive: (live: boolean) => void): () => void {
  const events = new EventSource(`${base}run/changes`)
  events.addEventListener('change', onChange)
  events.addEventListener('open', () => onLive(true))
  events.addEventListener('error', () => onLive(false))
  return () => events.close()
}
