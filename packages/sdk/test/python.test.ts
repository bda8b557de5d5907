import { ENTITY_TYPES, IDENTIFIER_FIELDS, IDENTIFIER_TYPES, RESOURCE_FIELDS } from '@lineagraph/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DeclarationError } from '../src/declare/declaration-error.ts'
import { printedForm } from '../src/declare/printed-form.ts'
import { readLineage } from '../src/declare/read-lineage.ts'
import { readResource } from '../src/declare/read-resource.ts'
import { PYDANTIC, python, STAND_IN } from './python.ts'

/** JSON.stringify leaves half a character as an escape, and Python takes it as such. */
const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('\ud800', '\u007f', '\u2028"\\\n'),
)

const day = fc.constantFrom(
  '2026-01-02',
  '2024-02-29',
  '2025-02-29',
  '0001-01-01',
  '0000-01-01',
  '9999-12-31',
  '2026-13-01',
)
const between = fc.constantFrom('T', 't', ' ', '_', '', '  ')
const clock = fc.constantFrom('03:04', '03:04:05', '23:59:59', '24:00', '03:60', '03:04:60', '03', '')
const fraction = fc.constantFrom('', '.000', '.120', '.1234567', ',5', '.', '.000000', '.0000001')
const offset = fc.constantFrom(
  '',
  'Z',
  'z',
  '+00:00',
  '-00:00',
  '+01:30',
  '-0130',
  '\u221205:00',
  '+05',
  '+24:00',
  ' Z',
)
const iso = fc.tuple(day, between, clock, fraction, offset).map((parts) => parts.join(''))
const epoch = fc.oneof(
  fc.integer({ min: -20_000_000_000, max: 20_000_000_000 }),
  fc.integer({ min: 20_000_000_001, max: 253_402_300_900_000 }),
  fc.integer({ min: -1_000_000, max: 2_000_000_000 }).map((halves) => halves / 8), // exact in binary
)
const time = fc.oneof(
  iso,
  epoch,
  epoch.map(String),
  fc.constantFrom('', 'now', '1e9', '1.', '.5', '-', '2026', '20260102', '1_0'),
)
const integer = fc.oneof(
  fc.integer(),
  fc.integer().map(String),
  fc.constantFrom<unknown>(
    true,
    4.5,
    ' 4 ',
    '+4',
    '4.0',
    '4.',
    '1_000',
    '1__0',
    '_1',
    '1_',
    '0_1',
    '4.0_0',
    '',
    '٤',
    '9007199254740993',
    '\u00854\u3000',
    '\ufeff4',
  ),
)
const flag = fc.constantFrom<unknown>(
  true,
  false,
  0,
  1,
  2,
  -1,
  0.5,
  '1',
  '0',
  'Yes',
  'oN',
  'f',
  'N',
  'perhaps',
  '',
  ' true',
)
const texts = fc.oneof(
  fc.array(text, { maxLength: 3 }),
  fc.constantFrom<unknown>('ann', ['ann', 1], { ann: 1 }, [null]),
)
const anything = fc.constantFrom<unknown>(null, 5, true, 'x', [], {}, ['x'])

const fields: Record<string, fc.Arbitrary<unknown>> = Object.fromEntries(
  RESOURCE_FIELDS.map((field) => [field, text]),
)
Object.assign(fields, {
  entity_type: fc.oneof(fc.constantFrom(...ENTITY_TYPES), text),
  external_updated_at: time,
  sort_order: integer,
  is_pk: flag,
  hidden: flag,
  owners: texts,
})
/** Mostly right: one field in fourteen is anything. */
const resource = fc.record(
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      fc.oneof(
        { weight: 12, arbitrary: value },
        { weight: 1, arbitrary: fc.constant(null) },
        { weight: 1, arbitrary: anything },
      ),
    ]),
  ),
  { requiredKeys: ['entity_type', 'databuilder_id'] },
)
const identifier = fc.constantFrom(...IDENTIFIER_TYPES).chain((type) => {
  const { required, optional } = IDENTIFIER_FIELDS[type]
  const part = fc.oneof({ weight: 8, arbitrary: text }, { weight: 1, arbitrary: anything })
  return fc.record(
    {
      type: fc.constant(type),
      ...Object.fromEntries([...required, ...optional].map((name) => [name, part])),
    },
    { requiredKeys: ['type'] },
  )
})
const lineage = fc.record({ from_identifier: identifier, to_identifier: identifier })

const ours = (declaration: object): string => {
  try {
    return printedForm(
      'from_identifier' in declaration ? readLineage(declaration) : readResource(declaration),
    )
  } catch (error) {
    if (error instanceof DeclarationError) return 'refused'
    throw error
  }
}

test('what is declared is printed, or refused, byte for byte as pydantic and json.dumps do it', ({
  skip,
}) => {
  const declarations = [
    ...fc.sample(resource, { numRuns: 6000, seed: 1 }),
    ...fc.sample(lineage, { numRuns: 1500, seed: 1 }),
    // one field at a time, so that no other refusal hides it
    ...fc
      .sample(time, { numRuns: 6000, seed: 2 })
      .map((value) => ({ ...minimal, external_updated_at: value })),
    ...fc.sample(integer, { numRuns: 300, seed: 2 }).map((value) => ({ ...minimal, sort_order: value })),
    ...fc.sample(flag, { numRuns: 100, seed: 2 }).map((value) => ({ ...minimal, is_pk: value })),
    ...fc.sample(texts, { numRuns: 100, seed: 2 }).map((value) => ({ ...minimal, owners: value })),
  ]
  const theirs = python(
    [PYDANTIC],
    declarations.map((declaration) => JSON.stringify(declaration)),
  )
  skip(theirs === undefined, 'there is no python3 with pydantic 2.12 or later')
  const differing = declarations
    .map((declaration, index) => ({
      declaration: JSON.stringify(declaration),
      ours: ours(declaration),
      theirs: theirs?.[index],
    }))
    .filter((each) => each.ours !== each.theirs)
  expect(differing).toEqual([])
  expect(theirs?.filter((line) => line !== 'refused').length).toBeGreaterThan(4000)
})

const minimal = { entity_type: 'table', databuilder_id: 't' }

test('the printed form is what json.dumps gives for the same values', ({ skip }) => {
  const lines = fc
    .sample(fc.record({ databuilder_id: text, description: text, owners: fc.array(text) }), {
      numRuns: 2000,
      seed: 3,
    })
    .map((given) => printedForm(readResource({ entity_type: 'table', ...given })))
  const program = 'import json, sys\nfor line in sys.stdin: print(json.dumps(json.loads(line)))'
  const theirs = python(['-c', program], lines)
  skip(theirs === undefined, 'there is no python3')
  expect(theirs).toEqual(lines)
})

test('the stand-in of secodadk in fixtures/cluvio prints what the SDK prints, and refuses nothing of it', ({
  skip,
}) => {
  const whole = {
    entity_type: 'column',
    databuilder_id: 'é "\\ 😀\u007f',
    parent_databuilder_id: 't',
    title: 'a\nb',
    description: 'd',
    definition: 'SELECT 1',
    native_type: 'n',
    owners: ['ann', 'bé'],
    sort_order: 4,
    type: 'int',
    is_pk: true,
    hidden: false,
    schema: 's',
    database: 'b',
    group: 'g',
    product: 'p',
  }
  const times = [
    '2026-01-02T03:04:05.120Z',
    '2026-01-02T03:04:05.000Z',
    '2026-01-02T03:04:05+00:00',
    '2026-01-02T03:04:05.5+01:30',
    '2026-01-02 03:04',
    '2026-01-02',
  ]
  const resources = [
    { entity_type: 'table', databuilder_id: 't' },
    ...times.map((external_updated_at) => ({ ...whole, external_updated_at })),
    { ...whole, is_pk: null, title: null },
  ]
  const sources = [
    { type: 'internal_resource', databuilder_id: 'é' },
    { type: 'external_table', schema: 's', table: 't' },
    { type: 'external_column', cluster: 'c', database: 'd', schema: 's', table: 't', column: 'c' },
    { type: 'tables_from_query', sql: 'SELECT *\nFROM "ü"' },
  ]
  const program = `import json, sys
sys.path.insert(0, ${JSON.stringify(STAND_IN)})
import secodadk
models = {'internal_resource': secodadk.InternalResource, 'external_table': secodadk.ExternalTable,
          'external_column': secodadk.ExternalColumn, 'tables_from_query': secodadk.TablesFromQuery}
integration = secodadk.SecodaIntegration(credentials={})
for line in sys.stdin:
    given = json.loads(line)
    if 'entity_type' in given:
        integration.declare_resource(secodadk.Resource(**given))
    else:
        source = models[given.pop('type')](**given)
        integration.declare_lineage(
            secodadk.DeclaredLineage(from_identifier=source, to_identifier=secodadk.InternalResource(databuilder_id='i')))
`
  const theirs = python(
    ['-B', '-c', program],
    [...resources, ...sources].map((given) => JSON.stringify(given)),
  )
  skip(theirs === undefined, 'there is no python3')
  const to_identifier = { type: 'internal_resource', databuilder_id: 'i' }
  expect(theirs).toEqual([
    ...resources.map((given) => printedForm(readResource(given))),
    ...sources.map((from_identifier) => printedForm(readLineage({ from_identifier, to_identifier }))),
  ])
})
