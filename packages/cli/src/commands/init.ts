import { CONFIG_FILE, CONFIG_SCHEMA_URL } from '@lineagraph/core'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { EXIT, type ExitCode } from '../input/exit-code.ts'
import { UsageError } from '../input/usage-error.ts'
import { writing } from '../input/write-error.ts'
import { writeOut } from '../input/write-out.ts'

const CONFIG = { $schema: CONFIG_SCHEMA_URL, preset: 'recommended', rules: {}, workspace: [], overrides: [] }

/** `lineagraph init`: writes a config file to begin with, where there is none. */
export async function initCommand(folder: string): Promise<ExitCode> {
  const file = join(folder, CONFIG_FILE)
  try {
    writing(`'${file}'`, () => writeFileSync(file, `${JSON.stringify(CONFIG, null, 2)}\n`, { flag: 'wx' }))
  } catch (error) {
    if (error instanceof UsageError && error.what.includes('EEXIST'))
      throw new UsageError(`'${file}' is there already, and stays as it is`, 'edit it, or remove it first')
    throw error
  }
  await writeOut([`wrote '${file}'\n`])
  return EXIT.ok
}
