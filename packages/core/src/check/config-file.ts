import { TOOL } from '../model/tool.ts'
import type { Level, RuleSetting } from './level.ts'
import type { Preset } from './rule.ts'

/** The name of the file that is looked for. */
export const CONFIG_FILE = 'lineagraph.config.json'

/** Where its JSON Schema can be fetched, in the version that knows these rules. */
export const CONFIG_SCHEMA_URL = `https://unpkg.com/@lineagraph/core@${TOOL.version}/schema/config.schema.json`

/** What the file of a configuration says. */
export interface ConfigFile {
  readonly $schema?: string
  readonly preset?: Preset | undefined
  readonly rules?: { readonly [id: string]: RuleSetting } | undefined
  readonly workspace?: readonly string[]
  readonly dialect?: string | undefined
  readonly baseline?: string
  readonly overrides?: readonly {
    readonly files: readonly string[]
    readonly rules: { readonly [id: string]: Level }
  }[]
}
