import { z } from 'zod'
import { FindingSchema, SummarySchema } from '../check/finding-schema.ts'
import { RESOURCE_FIELDS } from '../model/resource.ts'
import { DIFF_FORM } from './diff-json.ts'

// The types of compare/ as schemas, for other programs: a test holds the two to each other.

const count = z.int().nonnegative()

const reached = {
  dashboards: count,
  charts: count,
  tables: count.describe('Those of other integrations too.'),
  things: count.describe('All that an edge leads to, columns among it.'),
}

const ImpactSchema = z
  .object({
    ...reached,
    examples: z
      .array(z.object({ type: z.string(), id: z.string(), title: z.string() }))
      .max(20)
      .describe('Dashboards first.'),
  })
  .meta({
    id: 'Impact',
    description:
      'What stands in the head and is downstream, along lineage as it is declared, of the thing and what is inside it.',
  })

const impact = ImpactSchema.nullable().describe(
  'Null where counting it for each of so many changes would take too long: summary.impact counts all together.',
)
const resource = { id: z.string(), type: z.string(), title: z.string() }

const part = z.string().exactOptional()
const IdentifierSchema = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('internal_resource'), databuilder_id: z.string() }),
    z.object({
      type: z.literal('external_table'),
      cluster: part,
      database: part,
      schema: part,
      table: z.string(),
    }),
    z.object({
      type: z.literal('external_column'),
      cluster: part,
      database: part,
      schema: part,
      table: z.string(),
      column: z.string(),
    }),
  ])
  .meta({ id: 'Identifier', description: 'How lineage names it most fully.' })

const edge = {
  from: IdentifierSchema,
  to: IdentifierSchema,
  renamed: z.boolean().describe('One and the same edge, where the suggested renames are such.'),
}
const Side = z.object({ name: z.string().describe('Its path.'), summary: SummarySchema })

/** What the json form of a difference is. */
export const DiffSchema = z
  .object({
    version: z
      .literal(DIFF_FORM)
      .describe('Of this form: it grows when a field changes its meaning or goes.'),
    tool: z.object({ name: z.string(), version: z.string() }).describe('Who wrote it.'),
    base: Side,
    head: Side,
    summary: z.object({
      same: z.boolean().describe('Nothing differs.'),
      resources: z.object({
        added: count,
        removed: count,
        changed: count,
        moved: count,
        renamed: count.describe('Of the removed ones, those that look like an added one with another id.'),
      }),
      edges: z.object({
        added: count,
        removed: count,
        renamed: count.describe('Of the removed ones, those between ends that look renamed.'),
      }),
      findings: z.object({ new: count, fixed: count }),
      impact: z.object(reached).describe('Downstream of anything that was removed, changed or moved.'),
    }),
    resources: z.object({
      added: z.array(z.object({ ...resource, renamedFrom: z.string().exactOptional() })),
      removed: z.array(z.object({ ...resource, renamedTo: z.string().exactOptional(), impact })),
      changed: z.array(
        z.object({
          ...resource,
          fields: z
            .array(z.object({ field: z.enum(RESOURCE_FIELDS), base: z.unknown(), head: z.unknown() }))
            .describe('In the order of the wire, null where unset. Left out where a file has changed since.')
            .exactOptional(),
          impact,
        }),
      ),
      moved: z.array(
        z.object({ ...resource, base: z.string().nullable(), head: z.string().nullable(), impact }),
      ),
      renamed: z
        .array(
          z.object({
            ...resource,
            to: z.string().describe('The new id.'),
            inside: count.describe('Resources inside it that are renamed with it.'),
          }),
        )
        .describe('Suggestions. They are among the added and the removed ones too.'),
    }),
    edges: z.object({ added: z.array(z.object(edge)), removed: z.array(z.object({ ...edge, impact })) }),
    findings: z.object({ new: z.array(FindingSchema), fixed: z.array(FindingSchema) }),
  })
  .meta({
    title: 'Difference of two runs by lineagraph',
    description: 'What `lineagraph diff -f json` writes.',
  })

/** Its JSON Schema, draft 2020-12. Fields that it does not know are allowed: new ones may come within a version. */
export const diffJsonSchema = () => z.toJSONSchema(DiffSchema, { io: 'input', target: 'draft-2020-12' })
