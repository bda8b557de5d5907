import fc from 'fast-check'
import { expect, test } from 'vitest'
import { edge, graphOf, internal, query, resource } from '../../test/run-of.ts'
import type { CatalogTable } from '../../test/with-catalog.ts'
import { fold } from './fold.ts'
import type { TableParts } from './table-mentions.ts'

/** What section 3 of the design says, word by word, with no thought for speed: the oracle of the real thing. */
interface Said extends TableParts {
  readonly isDeclared: boolean
}
type Same = (one: string, other: string) => boolean
const exactly: Same = (one, other) => one === other
const folded: Same = (one, other) => fold(one) === fold(other)
const PARTS = ['cluster', 'database', 'schema', 'table'] as const
const textOf = (parts: TableParts): string => JSON.stringify(PARTS.map((part) => parts[part] ?? null))

/** Whether a known table fits: a part that it lacks fits only a part that is not given, the cluster aside. */
const fits = (mention: TableParts, known: TableParts, same: Same): boolean =>
  PARTS.every((part) => {
    const [given, has] = [mention[part], known[part]]
    if (given === undefined || given === null) return true
    return has === undefined || has === null ? part === 'cluster' : same(given, has)
  })

/** Whether a fuller mention has all that this one gives, and more. */
const completes = (fuller: Said, mention: Said): boolean => {
  const same = fuller.isDeclared && mention.isDeclared ? exactly : folded
  const given = PARTS.filter((part) => mention[part])
  return (
    given.every((part) => fuller[part] && same(mention[part]!, fuller[part])) &&
    PARTS.some((part) => fuller[part] && !mention[part])
  )
}

/** What each mention means, as a text that two have in common when they mean the same. */
function meanings(mentions: readonly Said[], known: readonly (TableParts & { label: string })[]): string[] {
  const fitting = (mention: Said) => {
    const exact = known.filter((table) => fits(mention, table, exactly))
    return exact.length > 0 ? exact : known.filter((table) => fits(mention, table, folded))
  }
  const loose = mentions.filter((mention) => fitting(mention).length === 0)
  const alike = (mention: Said): Said[] =>
    loose.filter((other) => other.isDeclared && fold(textOf(other)) === fold(textOf(mention)))
  const spelled = (mention: Said): Said => {
    const declared = new Map(alike(mention).map((other) => [textOf(other), other]))
    if (mention.isDeclared || declared.has(textOf(mention)) || declared.size > 1)
      return declared.get(textOf(mention)) ?? mention
    const [only] = declared.values()
    return only ?? loose.find((other) => fold(textOf(other)) === fold(textOf(mention)))!
  }
  const things = loose.map(spelled)
  const isFullest = (thing: Said): boolean => !things.some((other) => completes(other, thing))
  return mentions.map((mention) => {
    const tables = fitting(mention)
    if (tables.length === 1) return tables[0]!.label
    if (tables.length > 1) return `ambiguous ${textOf(mention)}`
    const thing = spelled(mention)
    const fullest = new Set(things.filter((other) => completes(other, thing) && isFullest(other)).map(textOf))
    return `loose ${fullest.size === 1 ? [...fullest][0]! : textOf(thing)}`
  })
}

const part = fc.constantFrom('a', 'b', 'A')
const parts = fc.record(
  { cluster: part, database: part, schema: part, table: part },
  { requiredKeys: ['table'] },
)
const declaredTable = fc.record({ title: part, schema: part, database: part }, { requiredKeys: ['title'] })
const mention = fc.tuple(parts, fc.boolean()).map(([given, isDeclared]): Said => ({ ...given, isDeclared }))
/** SQL names no part without those below it. */
const inSql = ({ cluster, database, schema, table }: TableParts): string =>
  [
    ...(schema && database && cluster ? [cluster] : []),
    ...(schema && database ? [database] : []),
    ...(schema ? [schema] : []),
    table,
  ]
    .map((name) => `"${name}"`)
    .join('.')
const asSaid = (said: Said): Said => {
  if (said.isDeclared) return said
  const { cluster, database, schema, table } = said
  return {
    isDeclared: false,
    table,
    ...(schema && { schema }),
    ...(schema && database && { database }),
    ...(schema && database && cluster && { cluster }),
  }
}

test('mentions mean the same thing exactly where the text of the design says so', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(declaredTable, { maxLength: 3 }),
      fc.array(parts, { maxLength: 4 }),
      fc.array(mention, { minLength: 1, maxLength: 8 }),
      async (tables, catalog, given) => {
        const mentions = given.map(asSaid)
        const froms = mentions.map(({ isDeclared, ...said }) =>
          isDeclared ? { type: 'external_table', ...said } : query(`select * from ${inSql(said)}`),
        )
        const graph = await graphOf(
          {
            'run.jsonl': [
              ...tables.map((fields, i) => resource(String(i), 'table', fields)),
              ...froms.map((from) => edge(from, internal('end'))),
            ],
          },
          { catalog: catalog as CatalogTable[] },
        )
        const declared = tables.map(({ title, ...place }, i) => ({
          ...place,
          table: title,
          label: `id:${i}`,
        }))
        const isDeclared = (table: TableParts): boolean =>
          declared.some((one) => textOf({ ...one, cluster: null }) === textOf({ ...table, cluster: null }))
        const known = new Map(catalog.map((table) => [textOf(table), { ...table, label: textOf(table) }]))
        const expected = meanings(mentions, [
          ...declared,
          ...[...known.values()].filter((table) => !isDeclared(table)),
        ])
        const found = mentions.map((said) => graph.keyOf(graph.nodeOfTable(said)))
        const groups = (names: readonly string[]) => names.map((name) => names.indexOf(name))
        expect(groups(found)).toEqual(groups(expected))
        for (const [i, key] of found.entries())
          if (key.startsWith('id:') || expected[i]!.startsWith('id:')) expect(key).toBe(expected[i])
      },
    ),
    { numRuns: 2000 },
  )
})
