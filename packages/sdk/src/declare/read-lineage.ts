import {
  IDENTIFIER_FIELDS,
  IDENTIFIER_TYPES,
  LINEAGE_ENDS,
  LineageIdentifier,
  describe,
  nearestName,
  type IdentifierType,
} from '@lineagraph/core'
import { convertText } from './convert.ts'
import { DeclarationError } from './declaration-error.ts'
import type { PrintedIdentifier, PrintedLineage } from './identifier.ts'
import { readFields, shapeOf, type Field, type Shape } from './read-fields.ts'

const WITH_ARTICLE: Readonly<Record<IdentifierType, string>> = {
  internal_resource: 'an internal resource',
  external_table: 'an external table',
  external_column: 'an external column',
  tables_from_query: 'tables from a query',
}

/** In the order in which the SDK prints them, which is that of the model. */
const SHAPES: ReadonlyMap<unknown, Shape> = new Map(
  LineageIdentifier.options.map((option) => {
    const type = option.shape.type.value
    const fields = option.keyof().options.map((name) => fieldOf(type, name))
    return [type, shapeOf(WITH_ARTICLE[type], fields)]
  }),
)

function fieldOf(type: IdentifierType, name: string): Field {
  if (name === 'type')
    return { name, convert: convertText, required: true, unset: type, expected: `'${type}'` }
  const isOptional = IDENTIFIER_FIELDS[type].optional.includes(name)
  const expected = isOptional ? 'a string or null' : 'a string'
  return { name, convert: convertText, required: !isOptional, unset: null, expected }
}

/** An identifier as it is printed. Throws DeclarationError. */
export function readIdentifier(given: unknown): PrintedIdentifier {
  const type = typeof given === 'object' && given !== null && 'type' in given ? given.type : undefined
  const shape = SHAPES.get(type)
  if (shape !== undefined) return readFields(given, shape) as PrintedIdentifier
  if (typeof given !== 'object' || given === null)
    throw new DeclarationError(`an identifier is ${describe(given)}`, `it must be ${EXPECTED}`)
  if (type === undefined) throw new DeclarationError(`an identifier lacks 'type'`, `it must be ${EXPECTED}`)
  const near = typeof type === 'string' ? nearestName(type, IDENTIFIER_TYPES) : undefined
  throw new DeclarationError(
    `an identifier has ${describe(type)} as its type`,
    near ? `did you mean '${near}'?` : `it must be one of ${IDENTIFIER_TYPES.join(', ')}`,
  )
}

const EXPECTED = 'internalResource(…), externalTable(…), externalColumn(…) or tablesFromQuery(…)'

const LINEAGE = shapeOf(
  'lineage',
  LINEAGE_ENDS.map(({ field }) => ({
    name: field,
    convert: readIdentifier,
    required: true,
    unset: null,
    expected: EXPECTED,
  })),
)

/** Lineage as it is printed. Throws DeclarationError. Pairs that Secoda does not take are for the types and the check to find. */
export const readLineage = (given: unknown): PrintedLineage =>
  readFields(given, LINEAGE) as unknown as PrintedLineage
