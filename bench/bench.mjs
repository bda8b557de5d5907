// Measures how long a check takes: npx -y pnpm@12 bench. A whole bench writes RESULTS.md and growth.svg beside this file, for which it has
// to be alone on the machine; with --quick or --only it prints its results, and leaves the chart in the temporary folder.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { generateRun, SHAPES } from './generate/runs.mjs'
import { writeRun } from './generate/write-run.mjs'
import { coldStart } from './measure/cold-start.mjs'
import { CONTENDERS } from './measure/contenders.mjs'
import { machine } from './measure/machine.mjs'
import { sideBySide } from './measure/side-by-side.mjs'
import { PLAN, QUICK_PLAN } from './plan.mjs'
import { grouped } from './report/figures.mjs'
import { growthChart } from './report/growth-chart.mjs'
import { resultsPage } from './report/results.mjs'

const { quick, only } = parseArgs({
  options: { quick: { type: 'boolean' }, only: { type: 'string' } },
}).values
if (only !== undefined && !Object.hasOwn(SHAPES, only)) {
  console.error(`--only takes one of ${Object.keys(SHAPES).join(', ')}`)
  process.exit(2)
}
const isWhole = !quick && only === undefined
const plan = (quick ? QUICK_PLAN : PLAN).filter(({ shape }) => only === undefined || shape === only)

const here = machine()
const names = CONTENDERS.map(({ name }) => name)
const temporary = mkdtempSync(join(tmpdir(), 'lineagraph-bench-'))
const runs = []
try {
  for (const { shape, resources, rounds, growth } of plan) {
    const name = `${shape}, ${grouped(resources)} resources`
    const written = writeRun(generateRun({ shape, resources }), join(temporary, shape))
    console.error(`${name}: ${grouped(written.lines)} lines`)
    const results = await sideBySide(written, { rounds })
    runs.push({ name, growth, lines: written.lines, bytes: written.bytes, results })
    rmSync(join(temporary, shape), { recursive: true })
  }
} finally {
  rmSync(temporary, { recursive: true, force: true })
}
console.error('starting the command')
const starts = coldStart({ rounds: quick ? 5 : 20 })

const page = resultsPage({
  names,
  runs,
  starts,
  machine: here,
  date: new Date().toISOString().slice(0, 10),
})
const inChart = runs.filter(({ growth }) => growth)
const chart = growthChart(
  names.map((name, i) => ({
    name,
    points: inChart.flatMap(({ lines, results }) =>
      'wall' in results[i] ? [{ size: lines, wall: results[i].wall }] : [],
    ),
  })),
)
console.log(page)
const chartFile = isWhole
  ? fileURLToPath(new URL('growth.svg', import.meta.url))
  : join(tmpdir(), 'lineagraph-growth.svg')
if (isWhole) writeFileSync(new URL('RESULTS.md', import.meta.url), page)
if (inChart.length > 0) {
  writeFileSync(chartFile, chart)
  console.error(`the chart is ${chartFile}`)
}
