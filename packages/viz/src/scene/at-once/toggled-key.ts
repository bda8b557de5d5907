import type { Shown } from '../../state/view.ts'

/**
 * The key that one view of the Map has closed and another open, where they differ in nothing else; undefined where they differ in more, or
 * not at all. @param level the one that both have where they name none.
 */
export function toggledKey(closedIn: Shown, openIn: Shown, level: number): string | undefined {
  const rest = (shown: Shown): string =>
    JSON.stringify({ ...shown, level: shown.level ?? level, opened: [], closed: [] })
  if (openIn.kind !== 'map' || rest(openIn) !== rest(closedIn)) return undefined
  const closed = closedIn.closed.filter((key) => !openIn.closed.includes(key))
  const opened = openIn.opened.filter((key) => !closedIn.opened.includes(key))
  const [key, more] = new Set([...closed, ...opened])
  if (more !== undefined) return undefined
  if (closedIn.opened.length + opened.length !== openIn.opened.length) return undefined
  if (openIn.closed.length + closed.length !== closedIn.closed.length) return undefined
  return key
}
