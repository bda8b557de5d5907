import { reasons } from './walls.mjs'

/**
 * Circular imports between files, those of types too: each import that leads back to a file on the way to it.
 * @param {ReturnType<import('./read-imports.mjs').readImports>} imports
 * @returns {import('./find-breaches.mjs').Breach[]} `from → to` spells the circle
 */
export function findCircles(imports) {
  const circles = []
  const done = new Set()
  const visit = (file, before) => {
    if (done.has(file)) return
    const way = [...before, file]
    for (const { line, path } of imports.get(file)) {
      const start = way.indexOf(path)
      if (start >= 0) {
        circles.push({ file, line, from: way.slice(start).join(' → '), to: path, reason: reasons.circle })
      } else if (imports.has(path)) visit(path, way)
    }
    done.add(file)
  }
  for (const file of imports.keys()) visit(file, [])
  return circles
}
