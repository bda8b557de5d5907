import type { Rect } from '../picture/picture.ts'

type Point = readonly [x: number, y: number]

/** The outline around rectangles, as the data of a path: one round each part that hangs together and each hole, with round corners. O(n³) at worst. */
export function outlineOf(rects: readonly Rect[], radius: number): string {
  const xs = sides(rects.flatMap(({ x, width }) => [x, x + width]))
  const ys = sides(rects.flatMap(({ y, height }) => [y, y + height]))
  const [columns, rows] = [xs.length - 1, ys.length - 1]
  const isIn = new Uint8Array(Math.max(0, columns * rows))
  for (const { x, y, width, height } of rects)
    for (let row = ys.indexOf(y); ys[row]! < y + height; row++)
      isIn.fill(1, row * columns + xs.indexOf(x), row * columns + xs.indexOf(x + width))
  const holds = (column: number, row: number): boolean =>
    column >= 0 && row >= 0 && column < columns && row < rows && isIn[row * columns + column] === 1

  /** By corner of the grid, the one to which a side leads from it, what is in at its right hand: two where parts touch at that corner. */
  const next = new Map<number, number[]>()
  const cornerAt = (column: number, row: number): number => row * xs.length + column
  const lead = (from: number, to: number): void => {
    const known = next.get(from)
    if (known) known.push(to)
    else next.set(from, [to])
  }
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      if (!holds(column, row)) continue
      const [leftTop, rightTop] = [cornerAt(column, row), cornerAt(column + 1, row)]
      const [leftFoot, rightFoot] = [cornerAt(column, row + 1), cornerAt(column + 1, row + 1)]
      if (!holds(column, row - 1)) lead(leftTop, rightTop)
      if (!holds(column + 1, row)) lead(rightTop, rightFoot)
      if (!holds(column, row + 1)) lead(rightFoot, leftFoot)
      if (!holds(column - 1, row)) lead(leftFoot, leftTop)
    }

  const pointAt = (corner: number): Point => [xs[corner % xs.length]!, ys[Math.floor(corner / xs.length)]!]
  let path = ''
  for (const [first, ways] of next)
    while (ways.length > 0) {
      const corners = [pointAt(first)]
      for (let [before, at] = [first, ways.pop()!]; at !== first;) {
        corners.push(pointAt(at))
        const on = next.get(at)!
        // What touches at a corner is round by itself: there the way turns right.
        const right = on.findIndex((to) => turn(pointAt(before), pointAt(at), pointAt(to)) > 0)
        const [to] = on.splice(Math.max(0, right), 1)
        before = at
        at = to!
      }
      path += rounded(corners, radius)
    }
  return path
}

const sides = (all: readonly number[]): number[] => [...new Set(all)].sort((a, b) => a - b)

/** Above 0 for a turn to the right, 0 where it goes straight on. */
const turn = ([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): number =>
  Math.sign((bx - ax) * (cy - by) - (by - ay) * (cx - bx))

function rounded(all: readonly Point[], radius: number): string {
  const corners = all.filter((at, i) => turn(all.at(i - 1)!, at, all[(i + 1) % all.length]!) !== 0)
  const parts = corners.map((at, i) => {
    const [before, after] = [corners.at(i - 1)!, corners[(i + 1) % corners.length]!]
    const [from, to] = [toward(at, before, radius), toward(at, after, radius)]
    const [first, corner, last] = [from, at, to].map(([x, y]) => `${number(x)} ${number(y)}`)
    return `${i === 0 ? 'M' : 'L'}${first}Q${corner} ${last}`
  })
  return `${parts.join('')}z`
}

const number = (value: number): number => Math.round(value * 100) / 100

/** So far from a point on the way to another, half of that way at most. */
function toward([x, y]: Point, [otherX, otherY]: Point, far: number): Point {
  const way = Math.abs(otherX - x) + Math.abs(otherY - y)
  const part = Math.min(far / way, 0.5)
  return [x + (otherX - x) * part, y + (otherY - y) * part]
}
