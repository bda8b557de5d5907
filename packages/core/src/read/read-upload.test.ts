import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { graphOf, reportOf, runOf, type Files } from '../../test/run-of.ts'
import { prettyReport } from '../report/pretty.ts'
import { textOfLineAt } from './line-place.ts'

const HEADER =
  'col_name,col_description,col_type,sort_order,database,schema,name,description,is_view,last_updated_time'
const csv = (...rows: string[]): string => [HEADER, ...rows, ''].join('\n')

const resourcesOf = async (files: Files) => {
  const run = await runOf(files)
  return Array.from({ length: run.resources.length }, (_, index) => run.resourceAt(index))
}
const rulesOf = async (files: Files) =>
  (await reportOf(files)).findings.map(
    ({ rule, locations: [place] }) => `${rule} :${place!.line}:${place!.column}`,
  )

describe("Secoda's upload CSV", () => {
  test('declares its columns, and the database, schema and tables around them once', async () => {
    const rows = [
      'ID,the number,int,1,shop,public,orders,every order,true,2026-01-02',
      'note,,text,,shop,public,orders,every order,TRUE,2026-01-02',
      'id,,,2.0,shop,public,customers,,,1767312000',
    ]
    expect(await resourcesOf({ 'upload.csv': csv(...rows) })).toEqual([
      { entity_type: 'database', databuilder_id: 'csv:shop', title: 'shop' },
      {
        entity_type: 'schema',
        databuilder_id: 'csv:shop.public',
        parent_databuilder_id: 'csv:shop',
        title: 'public',
      },
      {
        entity_type: 'table',
        databuilder_id: 'csv:shop.public.orders',
        parent_databuilder_id: 'csv:shop.public',
        title: 'orders',
        description: 'every order',
        native_type: 'view',
        external_updated_at: '2026-01-02',
        schema: 'public',
        database: 'shop',
      },
      {
        entity_type: 'column',
        databuilder_id: 'csv:shop.public.orders.id',
        parent_databuilder_id: 'csv:shop.public.orders',
        title: 'id',
        description: 'the number',
        type: 'int',
        sort_order: 1,
      },
      {
        entity_type: 'column',
        databuilder_id: 'csv:shop.public.orders.note',
        parent_databuilder_id: 'csv:shop.public.orders',
        title: 'note',
        type: 'text',
      },
      expect.objectContaining({ title: 'customers', external_updated_at: 1767312000 }),
      expect.objectContaining({ databuilder_id: 'csv:shop.public.customers.id', sort_order: 2 }),
    ])
    expect(await rulesOf({ 'upload.csv': csv(...rows) })).toEqual([])
  })

  test('of several files declares what they share once', async () => {
    const files = {
      'a.csv': csv('id,,,1,shop,public,orders,,,'),
      'b.csv': csv('note,,,2,shop,public,orders,,,', 'id,,,1,shop,raw,orders,,,'),
    }
    expect(await rulesOf(files)).toEqual([])
    expect((await graphOf(files)).nodeCount).toBe(8)
  })

  test('of several files that disagree points to the first row in the other file', async () => {
    const { findings } = await reportOf({
      'a.csv': csv('id,,,1,shop,public,orders,one,,'),
      'b.csv': csv('note,,,2,shop,public,orders,another,,'),
    })
    expect(findings.map(({ rule }) => rule)).toEqual(['input/csv-disagreement'])
    expect(findings[0]!.locations.map(({ file, line }) => [file, line])).toEqual([
      ['b.csv', 2],
      ['a.csv', 2],
    ])
  })

  test('is found by external tables and columns of lineage beside it', async () => {
    const graph = await graphOf({
      'upload.csv': csv('Id,,,1,shop,public,orders,,,'),
      'lineage.jsonl': [
        {
          from_identifier: { type: 'external_column', schema: 'public', table: 'orders', column: 'id' },
          to_identifier: { type: 'external_table', table: 'far' },
        },
      ],
    })
    expect(graph.idOf(graph.fromOf(0))).toBe('csv:shop.public.orders.id')
  })

  test('takes col_sort_order for sort_order, and columns in any order', async () => {
    const text = 'name,schema,database,col_sort_order,col_name\norders,public,shop,7,id\n'
    const resources = await resourcesOf({ 'upload.csv': text })
    expect(resources.at(-1)).toMatchObject({ databuilder_id: 'csv:shop.public.orders.id', sort_order: 7 })
    expect(await rulesOf({ 'upload.csv': text })).toEqual([])
  })

  test('with a column twice in a table is found as any declaration twice', async () => {
    expect(
      await rulesOf({
        'upload.csv': csv(
          'id,,int,1,shop,public,orders,,,',
          'ID,,int,1,shop,public,orders,,,',
          'note,,int,1,shop,public,orders,,,',
          'note,,text,1,shop,public,orders,,,',
        ),
      }),
    ).toEqual(['resource/repeated-declaration :3:1', 'resource/conflicting-id :5:7'])
  })

  test('is counted by its rows, so that one of bad rows is not called empty', async () => {
    const { graph, findings } = await reportOf({ 'upload.csv': csv(',,,,,,,,,') })
    expect(findings.map(({ rule }) => rule)).toEqual(['input/csv-value'])
    expect(graph.run.files[0]).toMatchObject({ lineCount: 2, declarationCount: 1 })
    expect(await rulesOf({ 'upload.csv': `${HEADER}\n` })).toEqual(['input/empty :1:1'])
  })
})

describe('places in a CSV file', () => {
  const text = csv(
    '',
    'id,"one',
    'two ""three""\r',
    'four",int,first,shop,pub.lic,orders,,,',
    'note,,text,2,shop,public,orders,,,',
    'note,,text,3,shop,public,orders,,,',
  )

  test('are the line and the columns of a cell, also where its row begins further up', async () => {
    const { findings } = await reportOf({ 'upload.csv': text })
    expect(
      findings.map(({ rule, locations: [place] }) => [rule, place!.line, place!.column, place!.endColumn]),
    ).toEqual([
      ['input/csv-value', 5, 22, 29],
      ['input/csv-value', 5, 11, 16],
      ['resource/conflicting-id', 7, 12, 13],
    ])
  })

  test('show their line in a frame', async () => {
    const report = await reportOf({ 'upload.csv': text })
    const shown = [...prettyReport(report)].join('')
    expect(shown).toContain(
      '│ four",int,first,shop,pub.lic,orders,,,\n   │           ╰───╯ must be an integer',
    )
    expect(shown).not.toContain('has changed')
    expect(textOfLineAt(report.graph.run, 'upload.csv', 4)).toBe('two ""three""')
    expect(textOfLineAt(report.graph.run, 'upload.csv', 99)).toBeUndefined()
  })

  test('give a declaration its whole row', async () => {
    const graph = await graphOf({ 'upload.csv': text })
    const declaration = graph.declarationOf(graph.nodeOfId('csv:shop.pub%2Elic.orders.id')!)
    expect(declaration).toEqual({
      file: 'upload.csv',
      line: 3,
      text: 'id,"one\ntwo ""three""\r\nfour",int,first,shop,pub.lic,orders,,,',
    })
  })

  test('are found again in rows of more than one block', async () => {
    const long = 'long "" text, \n'.repeat(3000)
    const run = await runOf({
      'upload.csv': csv(`id,"${long}",,,shop,public,orders,,,`, 'x,,,,shop,public,orders,,,'),
    })
    const last = run.resources.length - 1
    expect(run.resourceAt(last)).toMatchObject({ title: 'x' })
    expect(run.placeOfResource(last).line).toBe(2 + 3001)
    expect(run.resourceAt(last - 1)!.description).toBe(long.replaceAll('""', '"'))
  })
})

describe('a quote that is never closed', () => {
  test('costs no row, and the lines that were meant inside it are no rows', async () => {
    const files = {
      'upload.csv': csv(
        'id,,int,1,shop,public,orders,,,',
        'note,"what the customer',
        'says of it,',
        'and when',
        'total,,int,2,shop,public,orders,,,',
        'tax,"7",int,3,shop,public,orders,,,',
      ),
    }
    expect(await rulesOf(files)).toEqual(['input/csv-value :3:6'])
    const titles = (await resourcesOf(files)).map((resource) => resource!.title)
    expect(titles.slice(3)).toEqual(['id', 'total', 'tax'])
  })

  test('leaves the row where the cells are as many as they should be', async () => {
    const files = {
      'upload.csv': csv('id,"the number,int,1,shop,public,orders,,,', 'x,,,,shop,public,orders,,,'),
    }
    expect(await rulesOf(files)).toEqual(['input/csv-value :2:4'])
    expect((await resourcesOf(files))[3]).toMatchObject({ title: 'id', description: 'the number' })
  })
})

describe('the ids that the rows of a CSV file get', () => {
  const name = fc
    .array(fc.constantFrom('a', 'B', '.', '%', '%2E', 'é', ' ', '/', ':', '_'), {
      minLength: 1,
      maxLength: 4,
    })
    .map((parts) => parts.join(''))
  const row = fc.tuple(name, name, name, name)
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

  test('are equal for equal names, and for no others', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 6 }), async (rows) => {
        const text = csv(
          ...rows.map(([database, schema, table, column]) =>
            [column, '', '', '', database, schema, table, '', '', ''].map(quoted).join(','),
          ),
        )
        const run = await runOf({ 'upload.csv': text })
        const ids = new Set(run.resources.id.values)
        const things = rows.flatMap(([database, schema, table, column]) => [
          [database],
          [database, schema],
          [database, schema, table],
          [database, schema, table, column.toLowerCase()],
        ])
        expect(ids.size).toBe(new Set(things.map((thing) => JSON.stringify(thing))).size)
      }),
    )
  })
})
