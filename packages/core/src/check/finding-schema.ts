import { z } from 'zod'
import { SEVERITIES } from './finding.ts'

// The types of finding.ts and stats.ts as schemas, for other programs: a test holds the two to each other.

const count = z.int().nonnegative()
const fromOne = z.int().positive()

export const LocationSchema = z
  .object({
    file: z.string().describe('As the path was given, with / between folders; <stdin> for standard input.'),
    line: fromOne,
    column: fromOne.describe('In UTF-16 code units.'),
    endColumn: fromOne.describe('Exclusive: the first column that is not meant.'),
    label: z.string().exactOptional().describe('What this place has to do with the finding.'),
  })
  .meta({ id: 'Location', description: 'Where to look. All numbers count from 1.' })

const part = z.string().nullable()

export const SubjectSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('resource'), id: z.string() }),
    z.object({ kind: z.literal('lineage'), from: z.unknown(), to: z.unknown() }),
    z.object({
      kind: z.literal('mention'),
      type: z.enum(['external_table', 'external_column']),
      cluster: part,
      database: part,
      schema: part,
      table: z.string(),
      column: part,
    }),
    z.object({ kind: z.literal('file'), file: z.string() }),
    z.object({ kind: z.literal('graph') }),
  ])
  .meta({
    id: 'Subject',
    description: 'What a finding is about. Ends of lineage are as declared, null where one is missing.',
  })

export const FindingSchema = z
  .object({
    rule: z.string().describe('Its id, such as lineage/no-self.'),
    severity: z.enum(SEVERITIES),
    message: z.string().describe('What is wrong, with the names.'),
    help: z.string().describe('How to mend it.'),
    subject: SubjectSchema,
    locations: z.array(LocationSchema).max(20).describe('The first is the place to mend.'),
    fingerprint: z
      .string()
      .regex(/^[0-9a-f]{16}$/)
      .describe('Of the rule and of what is wrong: the same wherever its lines stand.'),
    run: z.string().exactOptional().describe('The folder of its run, where a report is about many.'),
    data: z
      .looseObject({ count: count.describe('Of all places, also of those beyond the first 20.') })
      .describe('What the rule has to say to programs.'),
  })
  .meta({ id: 'Finding', description: 'One mistake, with all its places.' })

export const SummarySchema = z
  .object({
    resources: count.describe('Valid declarations, repeats included.'),
    lineage: count.describe('Valid declarations, repeats included.'),
    nodes: count.describe('Of the resolved graph: declared, external and missing things.'),
    edges: count.describe('Of the resolved graph: distinct.'),
    errors: count,
    warnings: count,
    infos: count,
    baselined: count.describe('Findings that a baseline hides.'),
    ok: z.boolean().describe('No error.'),
  })
  .meta({ id: 'Summary', description: 'The figures of the checked run, shown or not.' })

export const StatsSchema = z
  .object({
    by_type: z.record(z.string(), count).describe('Every declaration by its entity type.'),
    duplicate_ids: count.describe('Distinct ids that are declared more than once.'),
    duplicate_ids_conflicting: count.describe('Those of which declarations differ.'),
    missing_parents: count.describe('Distinct resources whose parent is not declared.'),
    dangling_refs: count.describe('Internal ends of lineage that name no declared id, one for each mention.'),
    dangling_distinct: count,
    external_refs: count.describe('Declared mentions of external tables and columns.'),
    external_distinct: count,
    duplicate_edges: count.describe('Declared edges beyond the first with the same ends.'),
    self_edges: count.describe('Distinct edges with two equal ends, as declared.'),
    max_parent_depth: count.describe('Steps up to the outermost declared ancestor, at most.'),
    cycles: count.describe('Strongly connected parts of more than one node.'),
    cycle_sizes: z.array(count).max(20).describe('The largest first.'),
    longest_path: count.describe('In edges, each circle taken as one node.'),
    components: count.describe('Parts that hang together, of the nodes that have lineage.'),
    largest_component: count,
  })
  .meta({ id: 'Stats', description: 'Figures of the run, with --stats.' })
