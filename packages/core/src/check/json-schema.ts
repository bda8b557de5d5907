/**
 * As much of JSON Schema (draft 2020-12) as describes the files that people write for lineagraph: it is what editors are given, and
 * what `faultsIn` goes by. zod would do too, but takes longer to load than a small run to check.
 */
export type JsonSchema =
  | Alternatives
  | Reference
  | ObjectSchema
  | ListSchema
  | NameSchema
  | TextSchema
  | IntegerSchema

interface Described {
  readonly title?: string
  readonly description?: string
  readonly default?: unknown
}

/** A list or something else: never two of one type. */
export interface Alternatives extends Described {
  readonly anyOf: readonly JsonSchema[]
}

/** `#/$defs/NAME`, of the schema at the root. */
export interface Reference extends Described {
  readonly $ref: string
}

export interface ObjectSchema extends Described {
  readonly type: 'object'
  readonly properties: { readonly [name: string]: JsonSchema }
  readonly required?: readonly string[]
  /** Without it, others are passed over. */
  readonly additionalProperties?: false
  readonly $schema?: string
  readonly $defs?: { readonly [name: string]: JsonSchema }
}

export interface ListSchema extends Described {
  readonly type: 'array'
  /** `false` behind `prefixItems`. */
  readonly items: JsonSchema | false
  readonly prefixItems?: readonly JsonSchema[]
  readonly minItems?: number
  readonly maxItems?: number
}

/** One of a closed list. */
export interface NameSchema extends Described {
  readonly type: 'string'
  readonly enum: readonly string[]
}

export interface TextSchema extends Described {
  readonly type: 'string'
  readonly minLength?: number
  readonly pattern?: string
  readonly examples?: readonly string[]
}

export interface IntegerSchema extends Described {
  readonly type: 'integer'
  readonly minimum: number
  readonly maximum: number
}
