import fc from 'fast-check'
import { expect, test } from 'vitest'
import { column, edge, external, graphOf, internal, query, resource } from '../../test/run-of.ts'
import type { CatalogTable } from '../../test/with-catalog.ts'

const part = fc.constantFrom('a', 'b', 'A')
const maybe = fc.option(part, { nil: undefined })
const mention = fc
  .tuple(part, maybe, maybe, maybe)
  .map(([table, schema, database, cluster]) => external(table, schema, database, cluster))
const ofColumn = fc.tuple(part, part, maybe).map(([name, table, schema]) => column(name, table, schema))
/** A table as SQL names it: quoted, so that case stays as it is. */
const named = fc
  .tuple(part, maybe, maybe)
  .map(([table, schema, database]) =>
    (schema === undefined ? [table] : [...(database ? [database] : []), schema, table])
      .map((name) => `"${name}"`)
      .join('.'),
  )
const sql = fc
  .array(named, { minLength: 1, maxLength: 3 })
  .map((tables) => query(`select * from ${tables.join(', ')}`))
const identifier = fc.oneof({ weight: 3, arbitrary: mention }, ofColumn, { weight: 3, arbitrary: sql })
const declaredTable = fc.record({ title: part, schema: part, database: part }, { requiredKeys: ['title'] })
const catalogTable = fc
  .record(
    { table: part, schema: part, database: part, cluster: part, columns: fc.array(part, { maxLength: 2 }) },
    { requiredKeys: ['table'] },
  )
  .map((described) => described as CatalogTable)

/** The edges of a run by the keys of their ends, with what lines declare them. Each line leads to a thing of its own. */
async function edgesOf(
  files: { readonly [name: string]: readonly unknown[] },
  catalog: readonly CatalogTable[] | undefined,
): Promise<string[]> {
  const graph = await graphOf(files, catalog ? { catalog } : {})
  return Array.from({ length: graph.edgeCount }, (_, edge) =>
    [graph.fromOf(edge), graph.toOf(edge)].map((node) => graph.keyOf(node)).join(' → '),
  ).sort()
}

test('what identifiers mean does not depend on the order of lines, of files and of catalogs', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(declaredTable, { maxLength: 4 }),
      fc.option(fc.array(catalogTable, { maxLength: 5 }), { nil: undefined }),
      fc
        .array(identifier, { minLength: 1, maxLength: 8 })
        .chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray([...all.keys()], { minLength: all.length })),
        ),
      async (tables, catalog, [identifiers, order]) => {
        const declared = tables.map((fields, i) => resource(String(i), 'table', fields))
        const lines = identifiers.map((from, i) => edge(from, internal(`end ${i}`)))
        const shuffled = order.map((i) => lines[i]!)
        const inOrder = await edgesOf({ 'run.jsonl': [...declared, ...lines] }, catalog)
        const half = shuffled.length >> 1
        const files = {
          'a.jsonl': shuffled.slice(half),
          'b.jsonl': [...declared, ...shuffled.slice(0, half)],
        }
        expect(await edgesOf(files, catalog && [...catalog].reverse())).toEqual(inOrder)
      },
    ),
    { numRuns: 500 },
  )
})

test('every node has a key of its own, whatever is mentioned', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(declaredTable, { maxLength: 3 }),
      fc.array(catalogTable, { maxLength: 5 }),
      fc.array(identifier, { maxLength: 10 }),
      async (tables, catalog, identifiers) => {
        const declared = tables.map((fields, i) => resource(String(i), 'table', fields))
        const lines = identifiers.map((from) => edge(from, internal('end')))
        const graph = await graphOf({ 'run.jsonl': [...declared, ...lines] }, { catalog })
        for (let node = 0; node < graph.nodeCount; node++)
          expect(graph.nodeOfKey(graph.keyOf(node))).toBe(node)
      },
    ),
    { numRuns: 500 },
  )
})
