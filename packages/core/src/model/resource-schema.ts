import { z } from 'zod'

const text = z.string().nullish()

/** pydantic takes `" 4 "`, `"4.0"`, `"1_000"`, `4.0` and `true` for an int, and so do we; what it converts is not refused. */
const integer = z
  .union([
    z.number().refine(Number.isInteger),
    z.boolean().transform(Number),
    z
      .string()
      .regex(/^\s*[+-]?\d+(_\d+)*(\.0+)?\s*$/)
      .transform((digits) => Number(digits.replaceAll('_', ''))),
  ])
  .nullish()

const TRUE_WORDS = new Set(['1', 'true', 't', 'yes', 'y', 'on'])
const FALSE_WORDS = new Set(['0', 'false', 'f', 'no', 'n', 'off'])

/** pydantic takes 0, 1 and the usual words for a bool: Secoda's own page writes `is_pk: "true"`. */
const flag = z
  .union([
    z.boolean(),
    z.literal([0, 1]).transform(Boolean),
    z
      .string()
      .refine((word) => TRUE_WORDS.has(word.toLowerCase()) || FALSE_WORDS.has(word.toLowerCase()))
      .transform((word) => TRUE_WORDS.has(word.toLowerCase())),
  ])
  .nullish()

/**
 * A resource as `declare_resource` prints it and as `resources.jsonl` holds it: the wire's names, null or absent where
 * unset. Fields are in the order in which the SDK prints them. Loose, since Secoda drops an unknown field silently: that is
 * a finding, not a failure. `entity_type` is any text here, since an unknown type is kept as it is.
 */
export const Resource = z.looseObject({
  entity_type: text,
  databuilder_id: z.string().min(1),
  parent_databuilder_id: text,
  title: text,
  description: text,
  definition: text,
  /** ISO 8601 text, or epoch seconds, which the SDK converts. Whether the text is a date is a rule of its own. */
  external_updated_at: z.union([z.string(), z.number()]).nullish(),
  native_type: text,
  owners: z.array(z.string()).nullish(),
  sort_order: integer,
  type: text,
  is_pk: flag,
  hidden: flag,
  schema: text,
  database: text,
  group: text,
  product: text,
})
export type Resource = z.infer<typeof Resource>
