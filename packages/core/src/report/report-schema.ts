import { z } from 'zod'
import { FindingSchema, StatsSchema, SummarySchema } from '../check/finding-schema.ts'
import { FORM } from './json.ts'

/** What the json report is. */
export const ReportSchema = z
  .object({
    version: z.literal(FORM).describe('Of this form: it grows when a field changes its meaning or goes.'),
    tool: z.object({ name: z.string(), version: z.string() }).describe('Who wrote it.'),
    summary: SummarySchema,
    runs: z
      .array(z.object({ name: z.string(), summary: SummarySchema, stats: StatsSchema.exactOptional() }))
      .describe('With --each: every run by its folder. The summary above adds them up.')
      .exactOptional(),
    findings: z.array(FindingSchema).describe('By file, line, rule and identity.'),
    stats: StatsSchema.describe('Of the run, with --stats; with --each they stand in runs.').exactOptional(),
  })
  .meta({ title: 'Report of lineagraph', description: 'What `lineagraph check -f json` writes.' })

/** Its JSON Schema, draft 2020-12. Fields that it does not know are allowed: new ones may come within a version. */
export const reportJsonSchema = () => z.toJSONSchema(ReportSchema, { io: 'input', target: 'draft-2020-12' })
