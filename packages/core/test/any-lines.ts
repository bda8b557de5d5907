import fc from 'fast-check'
import { RESOURCE_FIELDS } from '../src/model/resource.ts'

const encoder = new TextEncoder()

const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('a', 'b.c', 'orders', 'dim_customer_history', '') },
  { weight: 2, arbitrary: fc.string() },
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '__proto__',
    '\ufeff',
    '\ufffd',
    '"',
    '\\',
    '\u0000\u001f\u007f\u0080',
    'x'.repeat(1000),
    'é'.repeat(300),
  ),
)
const time = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('2026', '2024', '1900', '2000', '0000', '9999', '26'),
      fc.constantFrom('01', '02', '04', '12', '13', '00'),
      fc.constantFrom('01', '28', '29', '30', '31', '32', '00', '1'),
      fc.constantFrom(
        '',
        'T09:30:00',
        ' 09:30:00',
        'T24:00:00',
        'T09:60:00',
        'T09:30:60',
        'T09:30',
        't09:30:00',
      ),
      fc.constantFrom('', '.1', '.120000', '.', ',5'),
      fc.constantFrom('', 'Z', 'z', '+01:00', '-23:59', '+24:00', '+01:60', '+0100', 'Z '),
    )
    .map(([year, month, day, clock, fraction, zone]) => `${year}-${month}-${day}${clock}${fraction}${zone}`),
  fc.constantFrom('2026', '1700000000', 'tomorrow', ''),
)
/** JSON of a value that is mostly what a field should hold. */
const jsonText = (value: fc.Arbitrary<unknown>) => value.map((each) => JSON.stringify(each))
const oddValue = fc.constantFrom(
  'null',
  'true',
  'false',
  '0',
  '1',
  '-0',
  '4.0',
  '"4"',
  '[]',
  '{}',
  '[1]',
  'nul',
  '""',
)
const number = fc.oneof(
  jsonText(fc.integer()),
  fc.constantFrom('007', '-', '1e3', '123456789012345', '1234567890123456', '-9', '0', '4.5'),
)
const valueOf = {
  entity_type: jsonText(fc.constantFrom('table', 'column', 'x', '')),
  external_updated_at: jsonText(time),
  owners: jsonText(fc.array(text, { maxLength: 3 })),
  sort_order: number,
  is_pk: fc.constantFrom('true', 'false', 'null'),
  hidden: fc.constantFrom('true', 'false', 'null'),
} as Record<string, fc.Arbitrary<string>>

type Field = readonly [name: string, value: string]
const fieldsOf = (names: readonly string[], minLength: number) =>
  fc
    .shuffledSubarray([...names], { minLength })
    .chain((some) =>
      fc.tuple(
        ...some.map((name) =>
          fc
            .oneof(
              { weight: 20, arbitrary: valueOf[name] ?? jsonText(text) },
              { weight: 5, arbitrary: fc.constant('null') },
              { weight: 1, arbitrary: oddValue },
            )
            .map((value): Field => [name, value]),
        ),
      ),
    )

/** White space of JSON, mostly as it is printed; and some that is none. */
const blanks = fc.oneof(
  { weight: 60, arbitrary: fc.constant(' ') },
  { weight: 20, arbitrary: fc.constant('') },
  { weight: 1, arbitrary: fc.constantFrom('\t', '  ', '\r', ' \t ', '\u00a0') },
)
const object = (fields: fc.Arbitrary<readonly Field[]>) =>
  fc
    .tuple(fields, fc.array(blanks, { minLength: 4, maxLength: 4 }))
    .map(
      ([all, [open, colon, comma, close]]) =>
        `{${open === ' ' ? '' : open}${all.map(([name, value]) => `${JSON.stringify(name)}:${colon}${value}`).join(`,${comma}`)}${close === ' ' ? '' : close}}`,
    )

const resource = object(
  fc
    .tuple(
      fieldsOf(RESOURCE_FIELDS, 1),
      fc.option(
        fc.constantFrom<Field>(['databuilder_id', '"again"'], ['parent', '1'], ['__proto__', 'null']),
        {
          freq: 8,
          nil: undefined,
        },
      ),
    )
    .map(([fields, more]) => (more ? [...fields, more] : fields)),
)
const types = ['internal_resource', 'external_table', 'external_column', 'tables_from_query']
const partsOf: Record<string, readonly string[]> = {
  internal_resource: ['databuilder_id'],
  external_table: ['cluster', 'database', 'schema', 'table'],
  external_column: ['cluster', 'database', 'schema', 'table', 'column'],
  tables_from_query: ['sql'],
}
const identifier = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .constantFrom(...types)
      .chain((type) =>
        object(
          fieldsOf(partsOf[type]!, 1).chain((fields) =>
            fc.shuffledSubarray([['type', JSON.stringify(type)], ...fields] as Field[], { minLength: 2 }),
          ),
        ),
      ),
  },
  { weight: 1, arbitrary: object(fieldsOf(['type', ...Object.values(partsOf).flat()], 1)) },
  { weight: 1, arbitrary: oddValue },
)
const lineage = object(
  fc.oneof(
    {
      weight: 8,
      arbitrary: fc.tuple(
        identifier.map((id): Field => ['from_identifier', id]),
        identifier.map((id): Field => ['to_identifier', id]),
      ),
    },
    fieldsOf(['from_databuilder_id', 'to_databuilder_id'], 1),
    fieldsOf(['from_databuilder_id', 'to_databuilder_id', 'databuilder_id', 'title'], 1),
    identifier.map((id): Field[] => [['to_identifier', id]]),
  ),
)
/** As Python's json.dumps writes it, or with some other characters as escapes. */
const escaped = fc.constantFrom<(line: string) => string>(
  (line) => line,
  (line) =>
    line.replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  (line) => line.replaceAll('/', '\\/').replaceAll('a', '\\u0061'),
)
const line = fc
  .tuple(
    fc.oneof({ weight: 5, arbitrary: resource }, { weight: 5, arbitrary: lineage }, fc.constant('')),
    escaped,
  )
  .map(([json, escape]) => escape(json))
/** Lines of resources and lineage in every form, whole and not, most of them valid. */
export const anyLines: fc.Arbitrary<Uint8Array> = fc
  .tuple(fc.array(line, { minLength: 1, maxLength: 6 }), fc.constantFrom('\n', '\r\n', ' \n'), fc.boolean())
  .map(([all, end, isEnded]) => encoder.encode(all.join(end) + (isEnded ? end : '')))

/** Bytes of which a few have been changed, taken out or put in. */
export const brokenLines: fc.Arbitrary<Uint8Array> = fc
  .tuple(
    anyLines,
    fc.array(
      fc.tuple(
        fc.nat(),
        fc.oneof(
          fc.constantFrom(...encoder.encode('"\\{}[],:0.eE- \n\rntu')),
          fc.integer({ min: 0, max: 255 }),
        ),
        fc.constantFrom(0, 1, 2),
      ),
      { minLength: 1, maxLength: 3 },
    ),
  )
  .map(([bytes, changes]) => {
    const all = [...bytes]
    for (const [at, byte, taken] of changes)
      all.splice(at % (all.length + 1), taken, ...(taken < 2 ? [byte] : []))
    return Uint8Array.from(all)
  })
