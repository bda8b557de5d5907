// For tests only: runs that are clicked in.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { View } from '../src/state/view.ts'
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

const named = (name: string, count: number): string[] => Array.from({ length: count }, (_, i) => name + i)
const [members, many, lone, ring] = [
  named('member', 32),
  named('many', 140),
  named('lone', 20),
  named('ring', 520),
]
/** Tables of which each feeds each, in a schema, between one that feeds one of them and one that they feed. */
const DENSE = [
  ...[thing('database', 'db'), thing('schema', 'dense', 'db'), thing('schema', 'other', 'db')],
  ...members.map((id) => thing('table', id, 'dense')),
  ...['before', 'after'].map((id) => thing('table', id, 'other')),
  ...members.flatMap((one) => members.filter((other) => other !== one).map((other) => feeds(one, other))),
  feeds('before', 'member0'),
  feeds('member0', 'after'),
  feedsFromOutside('erp', 'rates', 'member7'),
]
/** More tables in no container than the Map has room for: those that read one table, those without lineage, and a few others. */
const TOP = [
  ...['hub', 'twin', 'end', ...many, ...lone].map((id) => thing('table', id)),
  ...[thing('schema', 's'), thing('table', 'inside', 's')],
  ...many.map((id) => feeds('hub', id)),
  ...many.slice(0, 12).map((id) => feeds(id, 'end')),
  ...['twin', 'inside'].map((id) => feeds('hub', id)),
  feeds('end', 'twin'),
  feeds('gone', 'hub'),
]
/** A schema with more tables than can be read: those that read one table or the other beside it, and a few that lead on. */
const FULL = [
  ...[thing('database', 'db'), ...['from', 'full', 'dashboards'].map((id) => thing('schema', id, 'db'))],
  ...['one', 'other'].map((id) => thing('table', id, 'from')),
  thing('column', 'one.x', 'one', 'x'),
  ...named('read', 160).flatMap((id, i) => [
    thing('table', id, 'full'),
    ...(i < 20 ? [thing('column', `${id}.x`, id, 'x'), feeds('one.x', `${id}.x`)] : []),
    feeds(i < 120 ? 'one' : 'other', id),
  ]),
  ...named('end', 3).flatMap((id, i) => [thing('table', id, 'dashboards'), feeds(`read${i}`, id)]),
  feeds('end0', 'one'),
]
/** A ring, and what feeds it and reads it. */
const RING = [
  ...['into', ...ring, 'out'].map((id) => thing('table', id)),
  ...ring.map((id, i) => feeds(id, ring[(i + 1) % ring.length]!)),
  feeds('into', 'ring50'),
  feeds('ring300', 'out'),
]

/** A run as lines, another that it is compared with, and how it is looked at first. */
export interface ClickedRun {
  readonly name: string
  readonly lines: readonly string[]
  readonly base?: readonly string[]
  readonly first?: Pick<View, 'flow'>
}

/** All that folds: more than once, and in more than one way. */
export const FOLDING: readonly object[] = [...DENSE, ...TOP, ...RING]

const asLines = (run: readonly object[]): string[] => run.map((line) => JSON.stringify(line))
const plain = asLines([...RESOURCES, ...LINEAGE])
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
  { name: 'a run whose data goes down', lines: plain, first: { flow: 'down' } },
  { name: 'a run with a dense circle', lines: asLines(DENSE) },
  { name: 'a run with more at the top than can be read', lines: asLines(TOP) },
  { name: 'a run with more in a container than can be read', lines: asLines(FULL) },
  { name: 'a run with a long ring', lines: asLines(RING) },
  { name: 'the worked example', lines: linesIn(`${ROOT}/fixtures/cluvio/run`) },
  // In a workspace that has them.
  ...(existsSync(REAL) ? readdirSync(REAL) : [])
    .filter((name) => existsSync(`${REAL}/${name}/lineage.jsonl`))
    .map((name) => ({ name, lines: linesIn(`${REAL}/${name}`) })),
]
