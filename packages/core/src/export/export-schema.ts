import { z } from 'zod'
import { FindingSchema, SummarySchema } from '../check/finding-schema.ts'
import { EXPORT_FORMAT, EXPORT_VERSION } from '../model/export-head.ts'
import { ExternalColumn, ExternalTable, InternalResource } from '../model/identifier-schema.ts'
import { NODE_KINDS } from '../resolve/nodes.ts'

const key = z.string().describe('What no other node of the run has, the same from run to run.')
const place = z.object({ file: z.string(), line: z.int().positive() })
const position = z.int().nonnegative()

const NodeSchema = z
  .object({
    key,
    kind: z.enum(NODE_KINDS).describe('missing: named and not declared.'),
    entity_type: z.string().nullable(),
    title: z.string(),
    identifier: z
      .discriminatedUnion('type', [InternalResource, ExternalTable, ExternalColumn])
      .describe('By which lineage would name it most fully.'),
    parent: z.string().nullable().describe('The key of the node that it is in.'),
    place: place.nullable().describe('Where it was declared when the run was read.'),
    declaration: position.nullable().describe('The place of its declaration among declarations, from 0.'),
  })
  .meta({ id: 'Node' })

const EdgeSchema = z
  .object({
    from: z.string().describe('The key of the node that feeds.'),
    to: z.string().describe('The key of the node that is fed.'),
    places: z.array(place).describe('Where it was declared when the run was read.'),
    declarations: z.array(position).describe('The places of its declarations among declarations, from 0.'),
  })
  .meta({ id: 'Edge' })

/** What our own form of a checked graph is. */
export const ExportSchema = z
  .object({
    format: z.literal(EXPORT_FORMAT).describe('Stands first: by it the document is known.'),
    version: z
      .literal(EXPORT_VERSION)
      .describe('Of this form: it grows when a field changes its meaning or goes.'),
    tool: z.object({ name: z.string(), version: z.string() }).describe('Who wrote it.'),
    summary: SummarySchema,
    declarations: z
      .array(z.looseObject({}))
      .describe(
        'Resources and lineage as the run declares them, in its order, repeats and faults included. They alone are read when the document is read as a run.',
      ),
    nodes: z.array(NodeSchema),
    edges: z.array(EdgeSchema).describe('Each once, resolved: of a query one for every table that it reads.'),
    findings: z.array(FindingSchema).describe('By file, line, rule and identity.'),
  })
  .meta({ title: 'Graph of lineagraph', description: 'What `lineagraph export -f json` writes.' })

/** Its JSON Schema, draft 2020-12. Fields that it does not know are allowed: new ones may come within a version. */
export const exportJsonSchema = () => z.toJSONSchema(ExportSchema, { io: 'input', target: 'draft-2020-12' })
