import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { opening } from '../src/scene/camera/camera.ts'
import { FIRST_VIEW, shownOf } from '../src/state/view.ts'
import { plainSession } from '../src/worker/plain-session.ts'

const ROOT = new URL('file:///work/wt/fans/')
const FIXTURES = ['cluvio/run', 'clean/warehouse', 'clean/reports', 'secoda-samples']
const REAL = fileURLToPath(new URL('../shared/realdata/', ROOT))

/** Windows of 1440 × 900, with the outline and with both panels open, and of 390 × 844. */
const WINDOWS = [
  { isNarrow: false, size: { width: 1216, height: 785 }, corner: { width: 180, height: 136 } },
  { isNarrow: false, size: { width: 937, height: 785 }, corner: { width: 180, height: 136 } },
  { isNarrow: true, size: { width: 390, height: 715 }, corner: { width: 0, height: 0 } },
] as const

/** Writes how large the Map of each run opens. */
export async function openings(more: readonly string[], write: (line: string) => void): Promise<void> {
  const real = existsSync(REAL) ? readdirSync(REAL, { withFileTypes: true }).filter((entry) => entry.isDirectory()) : []
  const folders = [...FIXTURES.map((name) => fileURLToPath(new URL(`fixtures/${name}`, ROOT))), ...real.map(({ name }) => REAL + name), ...more]
  for (const folder of folders) {
    const lines = (file: string): object[] =>
      readFileSync(`${folder}/${file}`, 'utf8').split('\n').filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as object)
    const session = await plainSession(lines('resources.jsonl'), lines('lineage.jsonl'))
    let text = folder.split('/').slice(-2).join('/').padEnd(38)
    for (const { isNarrow, size, corner } of WINDOWS) {
      const picture = (await session.draw({ ...shownOf(FIRST_VIEW), isNarrow }))!
      const { k } = opening(picture.bounds, size, corner, null, picture.rows.count > 0, isNarrow)
      const { width, height } = picture.bounds
      const seen = Math.min(1, size.height / k / height) * Math.min(1, size.width / k / width)
      text += `${(100 * k).toFixed(0).padStart(4)} % ${seen < 0.995 ? `(${(100 * seen).toFixed(0)} % seen)`.padEnd(12) : ''.padEnd(12)} ${width.toFixed(0)}x${height.toFixed(0)} n${picture.things.count} |`
    }
    write(text)
  }
}
