import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { HOSTILE_NAMES } from '../../test/any-findings.ts'
import { edge, external, internal, reportOf, resource } from '../../test/run-of.ts'
import { compareRuns } from '../compare/compare-runs.ts'
import type { RunDiff } from '../compare/run-diff.ts'
import { DIFF_FORMATS, formatDiff, type DiffFormat } from './diff-formats.ts'
import { DiffSchema, diffJsonSchema } from './diff-schema.ts'

const NAMES = { base: 'main:out', head: 'out' }
const textOf = (diff: RunDiff, format: DiffFormat, color = false): string =>
  [...formatDiff(diff, format, { ...NAMES, color })].join('')
const compared = async (base: readonly unknown[], head: readonly unknown[]) =>
  compareRuns(await reportOf({ 'run.jsonl': base }), await reportOf({ 'run.jsonl': head }))

const base = [
  resource('shop', 'schema', { database: 'shop' }),
  resource('old', 'schema', { database: 'shop' }),
  ...['orders', 'refunds'].flatMap((table) => [
    resource(table, 'table', { parent_databuilder_id: 'shop', description: 'as it was' }),
    resource(`${table}.id`, 'column', { parent_databuilder_id: table, title: 'id' }),
  ]),
  resource('users', 'table', { parent_databuilder_id: 'old', title: 'Users' }),
  resource('sales', 'dashboard', { title: 'Sales of the year' }),
  edge(internal('orders.id'), internal('sales')),
  edge(internal('refunds'), internal('sales')),
  edge(internal('users'), internal('sales')),
  edge(internal('gone'), internal('sales')),
]
const head = [
  ...base.slice(0, 2),
  resource('orders2', 'table', { parent_databuilder_id: 'shop', title: 'orders', description: 'as it was' }),
  resource('orders2.id', 'column', { parent_databuilder_id: 'orders2', title: 'id' }),
  resource('users', 'table', { parent_databuilder_id: 'shop', title: 'People', owners: ['a', 'b'] }),
  base[7],
  resource('costs', 'dashboard'),
  edge(internal('orders2.id'), internal('sales')),
  edge(internal('users'), internal('sales')),
  edge(external('rates', 'public'), internal('costs')),
  edge(internal('lost'), internal('sales')),
]
const diff = await compared(base, head)

test('formatDiff(diff, "text") tells what differs, kind by kind, a rename as one, and how many last', () => {
  expect(textOf(diff, 'text')).toMatchInlineSnapshot(`
    "Look renamed: agree in all but the id (1)
     = table 'orders' is 'orders2' now, with 1 inside

    Removed (2)
     - table 'refunds': 1 dashboard downstream, 'sales'
     - column 'refunds.id', 'id'

    Changed (1)
     ~ table 'users', 'People': 1 dashboard downstream, 'sales'
         title: 'Users' → 'People'
         owners: unset → 'a', 'b'

    Moved (1)
     > table 'users', 'People', from 'old' to 'shop': 1 dashboard downstream, 'sales'

    Lineage removed (2)
     - 'refunds' → 'sales': 1 dashboard downstream, 'sales'
     - 'gone' → 'sales': 1 dashboard downstream, 'sales'

    New findings (3)
     - run.jsonl:10:71 info lineage/underspecified-external 'public.rates' is mentioned without its database
     - run.jsonl:10:71 info lineage/unresolved-external 'public.rates' is not in this run, and there is no catalog to look it up in
     - run.jsonl:11:65 error lineage/dangling-internal 'lost' is used in lineage but never declared

    Added (1)
     + dashboard 'costs'

    Lineage added (2)
     + 'public.rates' → 'costs'
     + 'lost' → 'sales'

    Fixed findings (1)
     + run.jsonl:12:65 error lineage/dangling-internal 'gone' is used in lineage but never declared

    from main:out to out
    3 resources added, 4 removed, 1 changed, 1 moved (2 look renamed)
    3 edges added, 3 removed (1 look renamed)
    3 new findings
    1 fixed finding
    downstream of what was removed, changed or moved: 1 dashboard
    "
  `)
})

test('formatDiff(diff, "markdown") tells the same in a comment', () => {
  expect(textOf(diff, 'markdown')).toMatchInlineSnapshot(`
    "### lineagraph: from \`main:out\` to \`out\`

    - 3 resources added, 4 removed, 1 changed, 1 moved (2 look renamed)
    - 3 edges added, 3 removed (1 look renamed)
    - 3 new findings
    - 1 fixed finding
    - downstream of what was removed, changed or moved: 1 dashboard

    #### Look renamed: agree in all but the id: 1

    - table \`orders\` is \`orders2\` now, with 1 inside

    #### Removed: 2

    - table \`refunds\`: 1 dashboard downstream, \`sales\`
    - column \`refunds.id\`, \`id\`

    #### Changed: 1

    - table \`users\`, \`People\`: 1 dashboard downstream, \`sales\`\\
      title: \`Users\` → \`People\`\\
      owners: unset → \`a\`, \`b\`

    #### Moved: 1

    - table \`users\`, \`People\`, from \`old\` to \`shop\`: 1 dashboard downstream, \`sales\`

    #### Lineage removed: 2

    - \`refunds\` → \`sales\`: 1 dashboard downstream, \`sales\`
    - \`gone\` → \`sales\`: 1 dashboard downstream, \`sales\`

    #### New findings: 3

    - \`run.jsonl:10:71\` info \`lineage/underspecified-external\` \`public.rates\` is mentioned without its database
    - \`run.jsonl:10:71\` info \`lineage/unresolved-external\` \`public.rates\` is not in this run, and there is no catalog to look it up in
    - \`run.jsonl:11:65\` error \`lineage/dangling-internal\` \`lost\` is used in lineage but never declared

    #### Added: 1

    - dashboard \`costs\`

    #### Lineage added: 2

    - \`public.rates\` → \`costs\`
    - \`lost\` → \`sales\`

    #### Fixed findings: 1

    - \`run.jsonl:12:65\` error \`lineage/dangling-internal\` \`gone\` is used in lineage but never declared
    "
  `)
})

test('formatDiff(diff, format) of runs that do not differ says so', async () => {
  const same = await compared(base, [...base].reverse())
  expect(textOf(same, 'text')).toBe('from main:out to out\nnothing differs\n')
  expect(textOf(same, 'markdown')).toBe('### lineagraph: from `main:out` to `out`\n\n- nothing differs\n')
})

const shipped = JSON.parse(readFileSync(new URL('../../schema/diff.schema.json', import.meta.url), 'utf8'))
const validate = new Ajv2020({ strict: true }).compile(shipped)

test('schema/diff.schema.json is up to date: `pnpm run schemas` writes it', () => {
  expect(shipped).toEqual(JSON.parse(JSON.stringify(diffJsonSchema())))
})

test('formatDiff(diff, "json") is valid by the schema, and has no field beyond it', () => {
  const document = JSON.parse(textOf(diff, 'json'))
  validate(document)
  expect(validate.errors ?? []).toEqual([])
  expect(DiffSchema.parse(document)).toEqual(document)
  expect(document.summary).toEqual(diff.summary)
  expect(document.resources.removed.map(({ id }: { id: string }) => id)).toEqual([
    'orders',
    'orders.id',
    'refunds',
    'refunds.id',
  ])
  expect(document.resources.removed[0].impact).toEqual({
    dashboards: 1,
    charts: 0,
    tables: 0,
    things: 1,
    examples: [{ type: 'dashboard', id: 'sales', title: 'Sales of the year' }],
  })
  expect(validate({ ...document, version: 2 })).toBe(false)
  expect(validate({ ...document, summary: { ...document.summary, same: 'yes' } })).toBe(false)
})

const anyName = fc.oneof(
  fc.constantFrom(...HOSTILE_NAMES.filter((name) => name !== '')),
  fc.string({ minLength: 1 }),
)
/** Two runs out of names that mean something to a format, and how a field that says them is another one. */
const anyHostile = fc
  .tuple(fc.uniqueArray(anyName, { minLength: 3, maxLength: 6 }), anyName, anyName)
  .map(([ids, one, other]) => {
    const made = (id: string, text: string) =>
      resource(id, one, { title: text, description: text, owners: [text] })
    return {
      base: [...ids.slice(1).map((id) => made(id, one)), edge(internal(ids[1]!), internal(ids[2]!))],
      head: [...ids.slice(0, -1).map((id) => made(id, other)), edge(external(one, other), internal(ids[0]!))],
    }
  })

test('formatDiff(diff, format) lets no name move a cursor, begin a line or be more than text', async () => {
  await fc.assert(
    fc.asyncProperty(anyHostile, async ({ base, head }) => {
      const diff = await compared(base, head)
      const document = JSON.parse(textOf(diff, 'json'))
      validate(document)
      expect(validate.errors ?? []).toEqual([])
      expect(textOf(diff, 'text')).not.toMatch(
        /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e]/,
      )
      const html = micromark(textOf(diff, 'markdown'), {
        extensions: [gfm()],
        htmlExtensions: [gfmHtml()],
        allowDangerousHtml: true,
      })
      const outside = html.replaceAll(/<code>[^<]*<\/code>/g, 'code')
      expect(outside.match(/<[^>]*>/g)?.filter((tag) => !OURS.test(tag)) ?? []).toEqual([])
      expect(outside.replaceAll(/<[^>]*>/g, '')).not.toMatch(/[@#\\`[\]{}*_~|]|:\/\/|www\.|GH-\d/i)
    }),
    { numRuns: 150 },
  )
})
const OURS = /^<\/?(h3|h4|ul|li|p|strong|br|details|summary)( \/)?>$/

test('formatDiff(diff, "markdown") fits a comment, and counts what does not', async () => {
  const many = Array.from({ length: 5000 }, (_, i) =>
    resource(`table.${i}`, 'table', { description: `d${i}`.repeat(50) }),
  )
  const texts = [
    await compared(many, []),
    await compared(
      many,
      many.map((one) => ({ ...one, description: 'x' })),
    ),
  ].map((diff) => textOf(diff, 'markdown'))
  for (const text of texts) {
    expect(text.length).toBeLessThanOrEqual(65_536)
    expect(text.length).toBeGreaterThan(20_000)
    expect(text).toMatch(/\*\*[\d,]+ more changes\*\* did not fit in here/)
  }
  const shown = texts[0]!.match(/^- table/gm)!.length
  const left = Number(/\*\*([\d,]+) more changes/.exec(texts[0]!)![1]!.replace(',', ''))
  expect(shown + left).toBe(5000)
})

test('formatDiff(diff, "text", { color }) colours nothing unless it is told to', () => {
  for (const format of DIFF_FORMATS) expect(textOf(diff, format)).not.toContain('\u001b')
  expect(textOf(diff, 'text', true)).toContain('\u001b[31m-')
})
