/**
 * Calls `onVersion` with the version of the served run, when the server is there and whenever it is another one, and `onLive` with whether
 * the server is there. @returns how to stop.
 */
export function watchRun(
  base: string,
  onVersion: (version: string) => void,
  onLive: (live: boolean) => void,
): () => void {
  const events = new EventSource(`${base}run/changes`)
  events.addEventListener('version', ({ data }: MessageEvent<string>) => onVersion(data))
  events.addEventListener('open', () => onLive(true))
  events.addEventListener('error', () => onLive(false))
  return () => events.close()
}
