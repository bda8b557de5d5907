import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { prettyReport } from '../report/pretty.ts'
import { checkRun } from './check-run.ts'

const BROKEN = fileURLToPath(new URL('../../../../fixtures/broken', import.meta.url))
const temporary = mkdtempSync(join(tmpdir(), 'lineagraph-compressed-'))
afterAll(() => rmSync(temporary, { recursive: true }))

/** A copy of the files of a run, as they are and compressed. */
function copies(folder: string) {
  const [plain, packed] = [mkdtempSync(join(temporary, 'run-')), mkdtempSync(join(temporary, 'run-'))]
  for (const name of readdirSync(folder).filter((name) => name.endsWith('.jsonl'))) {
    copyFileSync(join(folder, name), join(plain, name))
    writeFileSync(join(packed, `${name}.gz`), gzipSync(readFileSync(join(folder, name))))
  }
  return { plain, packed }
}

/** The report for people, with every line that is read again for it. */
const reportOf = async (folder: string): Promise<string> =>
  [...prettyReport(await checkRun(folder, { preset: 'strict' }))]
    .join('')
    .replaceAll(folder, 'run')
    .replaceAll('.jsonl.gz', '.jsonl')

test.each(['resource/conflicting-id', 'lineage/dangling-internal', 'hierarchy/no-cycle'])(
  'checkRun(folder) of compressed files shows the lines of the plain ones: %s',
  async (rule) => {
    const { plain, packed } = copies(join(BROKEN, rule))
    const report = await reportOf(packed)
    expect(report).toContain(rule)
    expect(report).toBe(await reportOf(plain))
  },
)
