import type { JsonPath } from '../read/scan-json.ts'
import { isKnownDialect, SQL_DIALECTS } from '../resolve/sql/dialect-names.ts'
import { CONFIG_FILE } from './config-file.ts'
import { unknownName, type ConfigFault } from './config-fault.ts'
import { faultsIn, type DocumentForm } from './faults-in.ts'
import type { JsonSchema, ListSchema, ObjectSchema, TextSchema } from './json-schema.ts'
import { LEVELS } from './level.ts'
import { visible } from './quote.ts'
import { RULES } from './registry.ts'
import { PRESETS, type Rule } from './rule.ts'

const LEVEL: JsonSchema = { $ref: '#/$defs/Severity' }
const PATH: TextSchema = { type: 'string', minLength: 1 }
const NOT_TURNED_ROUND = '^[^!]'

/** What a config says of one rule: a level, or a list of a level and options. */
function settingSchema({ id, why, severity, options }: Rule): JsonSchema {
  const levels = PRESETS.map((preset) => `${preset}: ${severity[preset]}`).join(', ')
  const inList: readonly JsonSchema[] = options
    ? [LEVEL, { type: 'object', properties: options, additionalProperties: false }]
    : [LEVEL]
  const list: ListSchema = {
    type: 'array',
    prefixItems: inList,
    items: false,
    minItems: 1,
    maxItems: inList.length,
  }
  return { title: id, description: `${why} By preset: ${levels}.`, anyOf: [LEVEL, list] }
}

const byRule = (schemaOf: (rule: Rule) => JsonSchema, description: string): ObjectSchema => ({
  type: 'object',
  properties: Object.fromEntries(RULES.map((rule) => [rule.id, schemaOf(rule)])),
  additionalProperties: false,
  description,
})

/** The JSON Schema of the config file. */
export const configJsonSchema = (): ObjectSchema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  properties: {
    $schema: { type: 'string', description: 'The JSON Schema of this file, for editors.' },
    preset: {
      type: 'string',
      enum: PRESETS,
      description: 'The levels that rules have unless told otherwise: recommended where it is not given.',
    },
    rules: byRule(
      settingSchema,
      'Levels of single rules (error, warning, info or off), or lists of a level and options.',
    ),
    workspace: {
      type: 'array',
      items: PATH,
      description: 'Catalogs of tables that exist already: paths from the folder of this file.',
    },
    dialect: {
      type: 'string',
      description: 'The SQL dialect of the queries in lineage.',
      examples: SQL_DIALECTS,
    },
    baseline: {
      ...PATH,
      description: 'A file of known findings, which are hidden: a path from the folder of this file.',
    },
    overrides: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          files: {
            type: 'array',
            minItems: 1,
            items: { ...PATH, pattern: NOT_TURNED_ROUND },
            description:
              'Patterns such as staging/**, from the folder of this file. One without a slash means a file of that name in any folder.',
          },
          rules: byRule(() => LEVEL, 'The levels that rules have there.'),
        },
        required: ['files', 'rules'],
        additionalProperties: false,
      },
      description:
        'Other levels for findings in some files, by their first place. The last override that names a rule counts. A finding about no file is not touched.',
    },
  },
  additionalProperties: false,
  title: 'Configuration of lineagraph',
  description: `What ${CONFIG_FILE} may say.`,
  $defs: { Severity: { type: 'string', enum: LEVELS } },
})

const form = (): DocumentForm => ({
  schema: configJsonSchema(),
  nounAt,
  patterns: { [NOT_TURNED_ROUND]: 'not begin with !' },
})

/** What the fields of the object at a path are called. */
function nounAt([first, second, inside]: JsonPath): string {
  if (first === undefined) return 'setting'
  if (first === 'overrides' && inside === undefined) return 'setting of an override'
  return first === 'rules' && inside === 1 ? `option of ${second}` : 'rule'
}

/** Everything that is wrong with a configuration. */
export const faultsOf = (given: unknown): ConfigFault[] => [
  ...faultsIn(given, form()),
  ...faultsInDialect(given),
]

/** A dialect goes by several names, which JSON Schema is not told. */
function faultsInDialect(given: unknown): ConfigFault[] {
  const dialect =
    typeof given === 'object' && given !== null && 'dialect' in given ? given.dialect : undefined
  if (typeof dialect !== 'string' || isKnownDialect(dialect)) return []
  const { what, help } = unknownName('SQL dialect', dialect, SQL_DIALECTS)
  return [{ what: visible(what), help: visible(help), path: ['dialect'], points: 'value' }]
}
