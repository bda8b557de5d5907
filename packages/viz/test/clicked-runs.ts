// For tests only: runs that are clicked in.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { feeds, feedsFromOutside, thing } from '../src/worker/plain-run.ts'

const tables = ['raw', 'marts'].flatMap((schema) => ['a', 'b', 'c'].map((name) => `${schema}.${name}`))
const readers = Array.from({ length: 9 }, (_, i) => `reader${i}`)
const RESOURCES = [
  thing('database', 'db'),
  thing('schema', 'raw', 'db'),
  thing('schema', 'marts', 'db'),
  ...tables.flatMap((table) => [
    thing('table', table, table.split('.')[0]),
    ...['x', 'y'].map((name) => thing('column', `${table}.${name}`, table, name)),
  ]),
  thing('dashboard_group', 'g'),
  thing('dashboard', 'd', 'g'),
  ...['one', 'two'].map((chart) => thing('chart', chart, 'd')),
  ...readers.map((reader) => thing('chart', reader, 'd')),
  thing('metric', 'odd'),
  // Of a table and a dashboard that nothing declares: of the one it is known where it belongs.
  thing('column', 'raw.lost.x', 'raw.lost', 'x'),
  thing('chart', 'astray', 'd2'),
]
const LINEAGE = [
  ...['a', 'b', 'c'].flatMap((name) => [
    feeds(`raw.${name}.x`, `marts.${name}.x`),
    feeds(`raw.${name}.y`, `marts.a.y`),
  ]),
  feeds('marts.a', 'marts.b'),
  feeds('marts.b', 'raw.c'),
  feeds('marts.c', 'marts.c'),
  feeds('marts.c.x', 'marts.c.y'),
  feeds('raw', 'marts'),
  feeds('marts.a', 'one'),
  feeds('marts.a', 'd'),
  feeds('one', 'two'),
  ...readers.map((reader) => feeds('marts.b', reader)),
  feedsFromOutside('erp', 'rates', 'raw.a'),
  feedsFromOutside('erp', 'codes', 'raw.b'),
  feeds('gone', 'raw.a'),
  feeds('marts.gone', 'one'),
  feeds('raw.lost.x', 'marts.c'),
]

/** A run as lines, and another that it is compared with. */
export interface ClickedRun {
  readonly name: string
  readonly lines: readonly string[]
  readonly base?: readonly string[]
}

const plain = [...RESOURCES, ...LINEAGE].map((line) => JSON.stringify(line))
const linesIn = (folder: string): string[] =>
  ['resources.jsonl', 'lineage.jsonl'].flatMap((name) =>
    readFileSync(`${folder}/${name}`, 'utf8').split('\n'),
  )
const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const REAL = `${ROOT}/../shared/realdata`
export const CLICKED_RUNS: readonly ClickedRun[] = [
  { name: 'a run with all that there is', lines: plain },
  {
    name: 'one that is compared with another',
    lines: plain.filter((_, line) => line % 7 !== 5),
    base: plain.filter((_, line) => line % 5 !== 3),
  },
  { name: 'the worked example', lines: linesIn(`${ROOT}/fixtures/cluvio/run`) },
  // In a workspace that has them.
  ...(existsSync(REAL) ? readdirSync(REAL) : [])
    .filter((name) => existsSync(`${REAL}/${name}/lineage.jsonl`))
    .map((name) => ({ name, lines: linesIn(`${REAL}/${name}`) })),
]
