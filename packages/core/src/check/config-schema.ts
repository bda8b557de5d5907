import { z } from 'zod'
import { TOOL } from '../model/tool.ts'
import type { JsonPath } from '../read/scan-json.ts'
import { isKnownDialect, SQL_DIALECTS } from '../resolve/sql/dialects.ts'
import { explainIssue, type ConfigFault, type KnownNames } from './config-fault.ts'
import { SEVERITIES } from './finding.ts'
import { RULES } from './registry.ts'
import { PRESETS, type Rule } from './rule.ts'

/** The name of the file that is looked for. */
export const CONFIG_FILE = 'lineagraph.config.json'

/** Where its JSON Schema can be fetched, in the version that knows these rules. */
export const CONFIG_SCHEMA_URL = `https://unpkg.com/@lineagraph/core@${TOOL.version}/schema/config.schema.json`

const LEVELS = [...SEVERITIES, 'off'] as const
const level = z.enum(LEVELS).meta({ id: 'Severity' })
const alone = z.tuple([level])
const path = z.string().min(1)

/** What a config says of one rule: a level, or a list of a level and options. */
function settingSchema({ id, why, severity, options }: Rule) {
  const list = options ? z.tuple([level, options.strict().optional()]) : alone
  const levels = PRESETS.map((preset) => `${preset}: ${severity[preset]}`).join(', ')
  return z
    .union([level, list])
    .exactOptional()
    .meta({ title: id, description: `${why} By preset: ${levels}.` })
}

const byRule = <Schema extends z.ZodType>(schemaOf: (rule: Rule) => Schema) =>
  z.strictObject(Object.fromEntries(RULES.map((rule) => [rule.id, schemaOf(rule)])))

const configSchema = () =>
  z
    .strictObject({
      $schema: z.string().describe('The JSON Schema of this file, for editors.').optional(),
      preset: z
        .enum(PRESETS)
        .describe('The levels that rules have unless told otherwise: recommended where it is not given.')
        .optional(),
      rules: byRule(settingSchema)
        .describe('Levels of single rules (error, warning, info or off), or lists of a level and options.')
        .optional(),
      workspace: z
        .array(path)
        .describe('Catalogs of tables that exist already: paths from the folder of this file.')
        .optional(),
      dialect: z
        .string()
        .refine(isKnownDialect, { params: { noun: 'SQL dialect', names: SQL_DIALECTS } })
        .meta({ description: 'The SQL dialect of the queries in lineage.', examples: [...SQL_DIALECTS] })
        .optional(),
      baseline: path
        .describe('A file of known findings, which are hidden: a path from the folder of this file.')
        .optional(),
      overrides: z
        .array(
          z.strictObject({
            files: z
              .array(path.regex(/^[^!]/, 'not begin with !'))
              .min(1)
              .describe(
                'Patterns such as staging/**, from the folder of this file. One without a slash means a file of that name in any folder.',
              ),
            rules: byRule(() => level.exactOptional()).describe('The levels that rules have there.'),
          }),
        )
        .describe(
          'Other levels for findings in some files, by their first place. The last override that names a rule counts. A finding about no file is not touched.',
        )
        .optional(),
    })
    .meta({ title: 'Configuration of lineagraph', description: `What ${CONFIG_FILE} may say.` })

/** Built when it is first asked for: most runs are checked without any configuration. */
let built: ReturnType<typeof configSchema> | undefined
const schema = () => (built ??= configSchema())

/** What the file of a configuration says. */
export type ConfigFile = z.output<ReturnType<typeof configSchema>>

/** Its JSON Schema, draft 2020-12. */
export const configJsonSchema = () => z.toJSONSchema(schema(), { io: 'input', target: 'draft-2020-12' })

/** Everything that is wrong with a configuration. */
export function faultsOf(given: unknown): ConfigFault[] {
  const { error } = schema().safeParse(given)
  return error ? error.issues.flatMap((issue) => explainIssue(issue, given, keysAt)) : []
}

/** What the fields of the object at a path may be called. */
function keysAt(path: JsonPath): KnownNames {
  const [first, , inside] = path
  if (path.length === 0) return { noun: 'setting', names: Object.keys(schema().shape) }
  if (path.length === 2) return { noun: 'setting of an override', names: ['files', 'rules'] }
  const rule = first === 'rules' ? RULES.find(({ id }) => id === path[1]) : undefined
  if (inside === 1 && rule?.options)
    return { noun: `option of ${rule.id}`, names: Object.keys(rule.options.shape) }
  return { noun: 'rule', names: RULES.map(({ id }) => id) }
}
