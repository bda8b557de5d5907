import { join } from 'node:path'
import { randomFrom, writeLines } from '../bench/write-run.mjs'

/** How a run is hard to make small, or to open: none of its names stands twice but where it is meant. */
export interface HardRun {
  /** Of two words of 20,000 each, or like the ids that databases give out. */
  readonly ids: 'words' | 'random'
  /** Words of what is told of each column; none for 0. */
  readonly description: number
  /** Whether the to end of each edge is declared: where it is not, each edge is a finding of its own. */
  readonly isWhole: boolean
}

export const HARD_RUN: HardRun = { ids: 'words', description: 0, isWhole: true }

const TABLES = 4000
const COLUMNS = 25

/** Writes a run of 100,000 columns, and an edge from each to one that comes later. @returns how many resources it has. */
export async function writeHardRun(folder: string, kind: HardRun): Promise<number> {
  const random = randomFrom(20261126)
  const words = Array.from({ length: 20_000 }, () => wordOf(random))
  const word = (): string => words[Math.floor(random() * words.length)]!
  const name = (): string => `${word()}_${word()}`
  const idOf = (around: string, title: string): string =>
    kind.ids === 'words' ? `${around}.${title}` : uuidFrom(random)
  const columns: string[] = []
  let count = 0

  function* resources(): Generator<object> {
    const database = idOf('warehouse', name())
    yield { entity_type: 'database', databuilder_id: database, title: name() }
    let schema = ''
    let schemaTitle = ''
    for (let i = 0; i < TABLES; i++) {
      if (i % 100 === 0) {
        schemaTitle = name()
        schema = idOf(database, schemaTitle)
        yield {
          ...{ entity_type: 'schema', databuilder_id: schema, parent_databuilder_id: database },
          title: schemaTitle,
        }
      }
      const tableTitle = name()
      const table = idOf(schema, tableTitle)
      yield {
        ...{ entity_type: 'table', databuilder_id: table, parent_databuilder_id: schema, title: tableTitle },
        schema: schemaTitle,
      }
      for (let column = 0; column < COLUMNS; column++) {
        const title = name()
        const id = idOf(table, title)
        columns.push(id)
        yield {
          ...{ entity_type: 'column', databuilder_id: id, parent_databuilder_id: table, title },
          ...(kind.description > 0 && {
            description: Array.from({ length: kind.description }, word).join(' '),
          }),
          ...{ native_type: column % 3 === 0 ? 'int' : 'varchar', sort_order: column },
        }
      }
    }
  }
  function* lineage(): Generator<object> {
    for (const [i, from] of columns.slice(0, -1).entries()) {
      const to = columns[i + 1 + Math.floor(random() * (columns.length - i - 1))]!
      yield {
        from_identifier: { type: 'internal_resource', databuilder_id: from },
        to_identifier: { type: 'internal_resource', databuilder_id: kind.isWhole ? to : `${to}.${i}` },
      }
    }
  }
  function* counted(lines: Iterable<object>): Generator<object> {
    for (const line of lines) {
      count++
      yield line
    }
  }
  await writeLines(join(folder, 'resources.jsonl'), counted(resources()))
  await writeLines(join(folder, 'lineage.jsonl'), lineage())
  return count
}

/** Two to four syllables. */
function wordOf(random: () => number): string {
  const one = (of: string): string => of[Math.floor(random() * of.length)]!
  const count = 2 + Math.floor(random() * 3)
  return Array.from(
    { length: count },
    () => one('bcdfghjklmnprstvz') + one('aeiou') + one('lmnrst ').trim(),
  ).join('')
}

function uuidFrom(random: () => number): string {
  const digits = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join('')
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
