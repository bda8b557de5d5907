import { z } from 'zod'
import { StatsSchema } from '../../check/finding-schema.ts'
import { LEVELS } from '../../graph/ask/answer.ts'
import { NODE_KINDS } from '../../resolve/nodes.ts'
import { ANSWER_FORM } from './answer-json.ts'

const key = z.string().describe('A name that no other node of the run has, and that stays from run to run.')
const level = z.enum(LEVELS).describe('As declared, or with columns counted as their tables.')

const QuerySchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum(['upstream', 'downstream']),
    level,
    of: key,
    depth: z.int().min(0).nullable().describe('Hops at most; null for all the way.'),
    type: z.string().nullable(),
  }),
  z.object({ kind: z.literal('path'), level, from: key, to: key, all: z.boolean() }),
  z.object({ kind: z.enum(['roots', 'leaves', 'cycles']), level }),
  z.object({ kind: z.literal('focus'), level, selector: z.string() }),
  z.object({ kind: z.literal('stats') }),
])

export const AnswerNodeSchema = z
  .object({
    key,
    kind: z.enum(NODE_KINDS),
    entity_type: z.string().nullable().describe('Null for what is not declared.'),
    databuilder_id: z.string().nullable().describe('Null for what is mentioned as an external thing.'),
    title: z.string(),
    parent: key.nullable(),
    hops: z.int().min(1).describe('Upstream and downstream: how far away.').exactOptional(),
  })
  .meta({ id: 'Node' })

const lists = z.array(z.array(key))

/** What `lineagraph query -f json` writes. */
export const AnswerSchema = z
  .object({
    version: z
      .literal(ANSWER_FORM)
      .describe('Of this form: it grows when a field changes its meaning or goes.'),
    tool: z.object({ name: z.string(), version: z.string() }).describe('Who wrote it.'),
    query: QuerySchema.describe('What was asked.'),
    count: z.int().min(0).describe('How many nodes.').exactOptional(),
    complete: z.boolean().describe('Whether these are all paths.').exactOptional(),
    nodes: z
      .array(AnswerNodeSchema)
      .describe('Each once: upstream and downstream the nearest first, on a path from its beginning.')
      .exactOptional(),
    paths: lists.describe('The keys of the nodes on each path, the shortest path first.').exactOptional(),
    cycles: lists
      .describe('The keys of the nodes of each part that runs in a circle, the largest part first.')
      .exactOptional(),
    stats: StatsSchema.describe('Of query stats, which has no nodes.').exactOptional(),
  })
  .meta({ title: 'Answer of lineagraph', description: 'What `lineagraph query -f json` writes.' })

/** Its JSON Schema, draft 2020-12. Fields that it does not know are allowed: new ones may come within a version. */
export const answerJsonSchema = () => z.toJSONSchema(AnswerSchema, { io: 'input', target: 'draft-2020-12' })
