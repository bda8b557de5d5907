import { z } from 'zod'
import { FindingSchema, StatsSchema, SummarySchema } from '../check/finding-schema.ts'
import { FORM } from './json.ts'

/** What the json report is. */
export const ReportSchema = z
  .object({
    version: z.literal(FORM).describe('Of this form: it grows when a field changes its meaning or goes.'),
    tool: z.object({ name: z.string(), version: z.string() }).describe('Who wrote it.'),
    summary: SummarySchema,
    findings: z.array(FindingSchema).describe('By file, line, rule and identity.'),
    stats: StatsSchema.exactOptional(),
  })
  .meta({ title: 'Report of lineagraph', description: 'What `lineagraph check -f json` writes.' })

/** Its JSON Schema, draft 2020-12. Fields that it does not know are allowed: new ones may come within a version. */
export const reportJsonSchema = () => z.toJSONSchema(ReportSchema, { io: 'input', target: 'draft-2020-12' })
