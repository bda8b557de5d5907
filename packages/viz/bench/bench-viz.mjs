// How fast is the page? In a real Chromium, on the page as it ships: script time of each frame while the picture is panned and zoomed,
// how long until hovering, selecting, opening and closing are painted, tasks of over 50 ms, an SVG of 500 cards, and how long after
// reading the first picture of 1 million resources stands. Prints a table; it is no test.
//
// node packages/viz/bench/bench-viz.mjs [--only frames|flights|actions|tasks|svg|million]
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { runnerImport } from 'vite'
import {
  CLOSED_SCHEMAS,
  measureActions,
  measureDoubleClick,
  measureFirstOpening,
} from './measure-actions.mjs'
import { measureFlights } from './measure-flights.mjs'
import { measureFrames } from './measure-frames.mjs'
import { measureTasks } from './measure-tasks.mjs'
import { watchPage } from './watch-page.mjs'
import { writeRun } from './write-run.mjs'

const PARTS = ['frames', 'flights', 'actions', 'tasks', 'svg', 'million']
const { only } = parseArgs({ options: { only: { type: 'string' } } }).values
if (only !== undefined && !PARTS.includes(only)) {
  console.error(`--only takes one of ${PARTS.join(', ')}`)
  process.exit(2)
}
const wants = (name) => only === undefined || only === name
const load = async (file) => (await runnerImport(fileURLToPath(new URL(file, import.meta.url)))).module
const pageFolder = await mkdtemp(join(tmpdir(), 'lineagraph-bench-page-'))
await (await load('../test/build-page.ts')).buildInto(pageFolder)
const served = await (await load('../test/serve-page.ts')).servePage(null, undefined, pageFolder)
const say = (what, figure, goal = '') => console.log(`${what.padEnd(58)} ${figure.padStart(22)}  ${goal}`)
const ms = (value) => `${value.toFixed(1)} ms`

/** Opens the page on a run that was just written, and waits until its picture stands. */
async function open(hash, longest = 60_000) {
  const page = await served.open(hash, {}, watchPage)
  await page.waitForSelector('.picture canvas[data-cards]', { state: 'attached', timeout: longest })
  return page
}

/** Where things of the run that was just written are drawn, some of them closed. */
async function placesOf(closed) {
  const lines = async (name) =>
    (await readFile(join(served.folder, name), 'utf8')).split('\n').filter((line) => line !== '')
  const run = { resources: await lines('resources.jsonl'), lineage: await lines('lineage.jsonl') }
  return await (
    await load('../test/card-places.ts')
  ).cardPlaces(run, { level: 2, closed: closed.map((id) => `id:${id}`) })
}

console.log(`${cpus().length} × ${cpus()[0].model}, Node ${process.version}\n`)
try {
  if (['frames', 'flights', 'actions', 'tasks'].some(wants)) {
    const shape = { databases: 4, schemas: 25, tables: 100, columns: 0, edges: 20_000 }
    const { tables } = await writeRun({ folder: served.folder, ...shape })
    const page = await open('#v=2&level=2')
    const drawn = await page.textContent('.status .drawn')
    console.log(`${tables.toLocaleString('en-US')} tables, all open: ${drawn}`)
    if (wants('frames'))
      for (const { name, frames, longTasks } of await measureFrames(page)) {
        say(`script a frame, ${name}, p50 / p95`, `${ms(frames.p50)} / ${ms(frames.p95)}`, '< 16.7 / < 33 ms')
        say(`  tasks over 50 ms while doing so`, String(longTasks))
      }
    if (wants('flights'))
      for (const { name, frames, count, longest, longTasks } of await measureFlights(page)) {
        say(`a frame after the other, flying ${name}, p50 / p95`, `${ms(frames.p50)} / ${ms(frames.p95)}`)
        say(`  the longest of a flight, p50 / p95`, `${ms(longest.p50)} / ${ms(longest.p95)}`)
        say(`  frames of a flight, its tasks over 50 ms`, `${count.toFixed(1)}, ${longTasks.toFixed(1)}`)
      }
    // Until it is painted, from the input on.
    const sayActions = (actions) => {
      for (const { name, times, goal = 'p95 < 100 ms' } of actions)
        say(`${name}, p50 / p95`, `${ms(times.p50)} / ${ms(times.p95)}`, goal)
    }
    if (wants('actions')) sayActions(await measureActions(page))
    await page.close()
    if (wants('tasks'))
      await measureTasks(open, '#v=2&level=2', ({ name, passed, computed }) => {
        const three = ({ p50, p95, most }) => [p50, p95, most].map((one) => one.toFixed(0)).join(' / ')
        say(`longest task, ${name}, p50 / p95 / most`, `${three(passed)} ms`, '< 50 ms')
        say('  of that computed', `${three(computed)} ms`)
      })
    if (wants('actions')) {
      const ids = CLOSED_SCHEMAS.map((i) => `db${Math.floor(i / 25)}.schema_${i}`)
      const hash = `#v=2&level=2${ids.map((id) => `&c=0${id}`).join('')}`
      const page = await open(hash)
      const places = await placesOf(ids)
      // By a double click first: it leaves them closed as they were.
      // Where each stands, and what goes along where another way there has led to another layout.
      const cameras = ids
        .filter((_, i) => i % 2)
        .map((id) => [...places.of(id), 0.8, ...places.corner(id), id].join())
      sayActions(await measureDoubleClick(page, hash, cameras))
      sayActions(
        await measureFirstOpening(
          page,
          CLOSED_SCHEMAS.filter((_, i) => i % 2 === 0),
        ),
      )
      await page.close()
    }
  }
  if (wants('svg')) {
    await writeRun({ folder: served.folder, databases: 1, schemas: 5, tables: 100, columns: 0, edges: 1000 })
    const page = await open('#v=2&level=2')
    await page.click('.export > .button')
    const before = await page.evaluate(() => performance.now())
    const download = page.waitForEvent('download')
    await page.click('[role=menuitem]:has-text("SVG, whole")')
    await download
    say(
      'SVG of 500 cards, from click to file',
      ms((await page.evaluate(() => performance.now())) - before),
      '< 1 s',
    )
    await page.close()
  }
  if (wants('million')) {
    const shape = { databases: 10, schemas: 20, tables: 200, columns: 24, edges: 400_000 }
    const { resources, edges } = await writeRun({ folder: served.folder, ...shape })
    const page = await open('', 300_000)
    const { read, drawn, longTasks } = await page.evaluate(() => {
      const at = (name) => performance.getEntriesByName(name)[0].startTime
      return { read: at('run read'), drawn: at('picture drawn'), longTasks: globalThis.longTasks.length }
    })
    console.log(
      `\n${resources.toLocaleString('en-US')} resources, ${edges.toLocaleString('en-US')} edges: ${await page.textContent('.status .drawn')}`,
    )
    say('reading, resolving and checking in the worker', `${(read / 1000).toFixed(1)} s`)
    say('first picture after that', ms(drawn - read), '< 1 s')
    say('tasks of the page over 50 ms meanwhile', String(longTasks), '0')
    await page.close()
  }
} finally {
  await served.close()
  await rm(pageFolder, { recursive: true, force: true })
}
