import fc from 'fast-check'
import { IDENTIFIER_FIELDS, IDENTIFIER_TYPES } from '../src/model/identifier.ts'
import { FIELD_KINDS, RESOURCE_FIELDS, type FieldKind } from '../src/model/resource.ts'

const encoder = new TextEncoder()

const name = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('a', 'b.c', 'orders', 'dim_customer_history') },
  { weight: 2, arbitrary: fc.string({ minLength: 1 }) },
  fc.string({ unit: 'binary', minLength: 1 }),
  fc.string({ unit: 'grapheme', minLength: 1 }),
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
const text = fc.oneof({ weight: 9, arbitrary: name }, fc.constant(''))

const time = fc
  .tuple(
    fc.constantFrom('2026', '2024', '1900', '2000', '9999'),
    fc.constantFrom('01', '02', '12'),
    fc.constantFrom('01', '28'),
    fc.constantFrom('', 'T09:30:00', 'T23:59:59.120000', 'T00:00:00.1', ' 09:30:00', 'T09:30'),
    fc.constantFrom('', 'Z', '+01:00', '-23:59'),
  )
  .map(([year, month, day, clock, zone]) => `${year}-${month}-${day}${clock}${clock && zone}`)
/** Mostly no time: a day that no month has, a clock that none shows, a form that is another. */
const oddTime = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('2026', '2024', '1900', '2000', '0000', '26'),
      fc.constantFrom('01', '02', '04', '12', '13', '00'),
      fc.constantFrom('29', '30', '31', '32', '00', '1'),
      fc.constantFrom('', 'T09:30:00'),
    )
    .map(([year, month, day, clock]) => `${year}-${month}-${day}${clock}`),
  fc
    .tuple(
      fc.constantFrom('T09:30:00', 'T24:00:00', 'T09:60:00', 'T09:30:60', 't09:30:00', ' 09:30'),
      fc.constantFrom('', '.1', '.', ',5'),
      fc.constantFrom('', 'Z', 'z', '+24:00', '+01:60', '+0100', 'Z '),
    )
    .map(([clock, fraction, zone]) => `2026-01-31${clock}${fraction}${zone}`),
  fc.constantFrom('2026', '1700000000', 'tomorrow', ''),
)

/** JSON of what each kind of field should hold. */
const jsonText = (value: fc.Arbitrary<unknown>) => value.map((each) => JSON.stringify(each))
const valueOf: Readonly<Record<FieldKind, fc.Arbitrary<string>>> = {
  id: jsonText(name),
  text: jsonText(text),
  time: jsonText(time),
  list: jsonText(fc.array(text, { maxLength: 3 })),
  integer: jsonText(fc.oneof(fc.integer(), fc.constantFrom(0, -9, 123456789012345))),
  flag: fc.constantFrom('true', 'false'),
}
/** What is of another type than any field, or no JSON at all. */
const oddValue = fc.oneof(
  fc.constantFrom(
    'null',
    'true',
    '0',
    '1',
    '-',
    'nul',
    '""',
    '"4"',
    '[]',
    '{}',
    '[1]',
    '["a", null]',
    '"\t"',
    '"\\x"',
  ),
  fc.constantFrom('['.repeat(200) + ']'.repeat(200), `${'{"a":'.repeat(200)}1${'}'.repeat(200)}`),
)
/** What is nearly what a field of some kind should hold, or the same in another form. */
const nearly: Readonly<Partial<Record<FieldKind, fc.Arbitrary<string>>>> = {
  time: fc.oneof(jsonText(oddTime), fc.constantFrom('1700000000', '4.5', '1e999')),
  integer: fc.constantFrom(
    ...['4.0', '4.5', '1e3', '1e999', '-0', '007', '-', '+4', '"4"', '" 4.0 "', '"1_000"', 'true'],
    ...['1234567890123456', '12345678901234567', '123456789012345678901234567890'],
  ),
  flag: fc.constantFrom('0', '1', '2', '"yes"', '"Off"', '"perhaps"', 'truee', 'fals'),
}

/** An object in JSON, in the order of its fields, of which some may be there twice. */
type Tree = readonly Field[]
type Field = readonly [name: string, value: string | Tree]

/** A field with a value that it may have. */
const fieldOf = (field: string, kind: FieldKind): fc.Arbitrary<Field> =>
  (kind === 'id' ? valueOf.id : fc.oneof({ weight: 4, arbitrary: valueOf[kind] }, fc.constant('null'))).map(
    (value) => [field, value],
  )

/** Some of the fields, among them all that are required, in any order. */
const fieldsOf = (
  required: readonly string[],
  optional: readonly string[],
  kindOf: (field: string) => FieldKind,
): fc.Arbitrary<Tree> =>
  fc
    .subarray([...optional])
    .chain((some) => {
      const all = [...required, ...some]
      return fc.shuffledSubarray(all, { minLength: all.length })
    })
    .chain((all) => fc.tuple(...all.map((field) => fieldOf(field, kindOf(field)))))

const kindOfField = (field: string): FieldKind => FIELD_KINDS[field as keyof typeof FIELD_KINDS]
const resource = fieldsOf(
  ['databuilder_id'],
  RESOURCE_FIELDS.filter((field) => field !== 'databuilder_id'),
  kindOfField,
)
const parts = Object.values(IDENTIFIER_FIELDS)
const required = new Set(parts.flatMap((fields) => fields.required))
const partKind = (part: string): FieldKind => (required.has(part) ? 'id' : 'text')
const typeField = fc.constantFrom(...IDENTIFIER_TYPES).map((type): Field => ['type', JSON.stringify(type)])
const identifier = fc.constantFrom(...IDENTIFIER_TYPES).chain((type) => {
  const fields = IDENTIFIER_FIELDS[type]
  return fc
    .tuple(fieldsOf(fields.required, fields.optional, partKind), fc.nat())
    .map(([given, at]): Tree => given.toSpliced(at % (given.length + 1), 0, ['type', JSON.stringify(type)]))
})
const lineage = fc.tuple(identifier, identifier, fc.boolean()).map(([from, to, isTurned]): Tree => {
  const ends: Tree = [
    ['from_identifier', from],
    ['to_identifier', to],
  ]
  return isTurned ? ends.toReversed() : ends
})
const olderLineage = fieldsOf(['from_databuilder_id', 'to_databuilder_id'], [], () => 'id')
const declaration = fc.oneof(
  { weight: 5, arbitrary: resource },
  { weight: 5, arbitrary: lineage },
  olderLineage,
)

/** A field that may be put among those that are there: one that is there already, or that belongs elsewhere, or that nobody knows. */
const strange = fc.constantFrom<Field>(
  ['parent', '1'],
  ['__proto__', 'null'],
  ['__proto__', '{"title": "p", "databuilder_id": "p"}'],
  ['', '[]'],
)
const another = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(...RESOURCE_FIELDS).chain((field) => fieldOf(field, kindOfField(field))),
  },
  fc.constantFrom('from_databuilder_id', 'to_databuilder_id').chain((field) => fieldOf(field, 'id')),
  fc.tuple(fc.constantFrom('from_identifier', 'to_identifier'), identifier),
  strange,
)
const anotherPart = fc.oneof(
  { weight: 2, arbitrary: typeField },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(...new Set(parts.flatMap((fields) => [...fields.required, ...fields.optional])))
      .chain((part) => fieldOf(part, partKind(part))),
  },
  fc
    .constantFrom('"external_tabel"', '"Internal_Resource"', '""', '0', 'null')
    .map((type): Field => ['type', type]),
  strange,
)

/** Something in a declaration that is taken out, is of an odd value, or is put in; in the line itself or in one of its ends. */
const mistake = fc.record({
  inside: fc.nat(2),
  place: fc.nat(),
  what: fc.constantFrom('put', 'put', 'odd', 'nearly', 'nearly', 'nearly', 'take'),
  another,
  anotherPart,
  odd: oddValue,
  nearly: fc.record(nearly),
})
type Mistake = typeof mistake extends fc.Arbitrary<infer One> ? One : never

function withMistake(tree: Tree, given: Mistake): Tree {
  const inner = tree.findIndex(([, value], i) => typeof value === 'object' && i === given.inside)
  if (inner >= 0) {
    const [end, value] = tree[inner]!
    return tree.with(inner, [end, changed(value as Tree, given, given.anotherPart)])
  }
  return changed(tree, given, given.another)
}

function changed(tree: Tree, { place, what, odd, nearly }: Mistake, put: Field): Tree {
  if (what === 'put' || tree.length === 0) return tree.toSpliced(place % (tree.length + 1), 0, put)
  const strict = tree.filter(([field]) => nearly[kindOfField(field)] !== undefined)
  const [field] =
    what === 'nearly' && strict.length > 0 ? strict[place % strict.length]! : tree[place % tree.length]!
  const at = tree.findIndex(([other]) => other === field)
  return what === 'take'
    ? tree.toSpliced(at, 1)
    : tree.with(at, [field, (what === 'nearly' && nearly[kindOfField(field)]) || odd])
}

/** White space of JSON, mostly as it is printed. Behind an opening brace, a colon, a comma; before a closing brace. */
const spacing = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(['', ' ', ' ', ''], ['', '', '', '']) },
  fc.array(fc.constantFrom('', ' ', '\t', '  ', '\r', ' \t '), { minLength: 4, maxLength: 4 }),
)
function textOf(tree: Tree, space: readonly string[]): string {
  const [open, colon, comma, close] = space
  const fields = tree.map(
    ([field, value]) =>
      `${JSON.stringify(field)}:${colon}${typeof value === 'string' ? value : textOf(value, space)}`,
  )
  return `{${open}${fields.join(`,${comma}`)}${close}}`
}

/** As Python's json.dumps writes it, or with some other characters as escapes. */
const escaped = fc.oneof(
  { weight: 4, arbitrary: fc.constant((line: string) => line) },
  {
    weight: 4,
    arbitrary: fc.constant((line: string) =>
      line.replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
    ),
  },
  fc.constant((line: string) => line.replaceAll('/', '\\/').replaceAll('a', '\\u0061')),
)
/** A declaration with a few mistakes or none, and mostly before it the one without: what is known of lines that came before is no proof. */
const declarations = fc
  .tuple(declaration, fc.array(mistake, { maxLength: 2 }), fc.boolean(), spacing, escaped)
  .map(([tree, mistakes, isAlone, space, escape]) => {
    const mistaken = mistakes.reduce(withMistake, tree)
    const trees = isAlone || mistakes.length === 0 ? [mistaken] : [tree, mistaken]
    return trees.map((each) => escape(textOf(each, space)))
  })
const other = fc
  .constantFrom('', '{}', '[]', '1', 'Traceback', "{'entity_type': 'table', 'databuilder_id': None}")
  .map((line) => [line])

/** Lines of resources and lineage in every form, whole and not, most of them valid. */
export const anyLines: fc.Arbitrary<Uint8Array> = fc
  .tuple(
    fc.oneof({ weight: 20, arbitrary: fc.constant('') }, fc.constantFrom('\ufeff', '\ufeff\ufeff', '\r\n')),
    fc.array(fc.oneof({ weight: 12, arbitrary: declarations }, other), { minLength: 1, maxLength: 6 }),
    fc.constantFrom('\n', '\r\n', ' \n'),
    fc.boolean(),
  )
  .map(([head, all, end, isEnded]) => encoder.encode(head + all.flat().join(end) + (isEnded ? end : '')))

/** What may be put among the bytes: what means something in JSON, line ends, a byte-order mark, a blank that is none, any byte. */
const put = fc.oneof(
  fc
    .constantFrom(...'"\\{}[],:0.eE- \n\rntu', '\r\n', '\ufeff', '\u00a0')
    .map((characters) => [...encoder.encode(characters)]),
  fc.integer({ min: 0, max: 255 }).map((byte) => [byte]),
)
/** Bytes of which a few have been changed, taken out or put in, and which may be cut. */
export const brokenLines: fc.Arbitrary<Uint8Array> = fc
  .tuple(
    anyLines,
    fc.array(fc.tuple(fc.nat(), put, fc.constantFrom(0, 1, 2)), { minLength: 1, maxLength: 3 }),
    fc.option(fc.nat(), { freq: 8, nil: undefined }),
  )
  .map(([bytes, changes, cut]) => {
    const all = [...bytes]
    for (const [at, what, taken] of changes)
      all.splice(at % (all.length + 1), taken, ...(taken < 2 ? what : []))
    return Uint8Array.from(cut === undefined ? all : all.slice(0, cut % (all.length + 1)))
  })
