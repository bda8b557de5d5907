// Prints `file:line  a → b  reason` for each import that goes through a wall, and exits with 1 if there is one.
import { readdirSync, readFileSync } from 'node:fs'
import { findBreaches } from './walls/find-breaches.mjs'
import { findCircles } from './walls/find-circles.mjs'
import { readImports } from './walls/read-imports.mjs'

const root = new URL('../', import.meta.url)
const isSource = (path) => /\.tsx?$/.test(path) && !/(^|\/)node_modules\/|\.d\.ts$/.test(path)
const paths = readdirSync(new URL('packages', root), { recursive: true })
  .map((path) => `packages/${path.replaceAll('\\', '/')}`)
  .filter(isSource)
  .sort()

const imports = readImports(new Map(paths.map((path) => [path, readFileSync(new URL(path, root), 'utf8')])))
const breaches = [...findBreaches(imports), ...findCircles(imports)]
for (const { file, line, from, to, reason } of breaches)
  console.log(`${file}:${line}  ${from} → ${to}  ${reason}`)
console.log(`walls: ${paths.length} files, ${breaches.length} imports through a wall`)
process.exitCode = breaches.length > 0 ? 1 : 0
