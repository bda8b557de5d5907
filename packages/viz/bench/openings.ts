import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { opening } from '../src/scene/camera/camera.ts'
import { prepare } from '../src/scene/picture/prepared.ts'
import { FIRST_VIEW, shownOf } from '../src/state/view.ts'
import { plainSession } from '../src/worker/plain-session.ts'

const FIXTURES = ['cluvio/run', 'clean/warehouse', 'clean/reports', 'secoda-samples']

/** What windows of 1440 × 900, with both panels open, and of 390 × 844 have left for the picture; and what covers their corners. */
const WINDOWS = [
  { isNarrow: false, size: { width: 937, height: 785 }, corner: { width: 180, height: 136 } },
  { isNarrow: true, size: { width: 390, height: 715 }, corner: { width: 0, height: 0 } },
] as const

/**
 * Writes how large the Map of each run opens, how much of it is seen then, and how large it is in itself.
 * @param root of the repository. @param more folders of runs.
 */
export async function openings(
  root: string,
  more: readonly string[],
  write: (line: string) => void,
): Promise<void> {
  const realdata = `${root}/../shared/realdata`
  const real = existsSync(realdata)
    ? readdirSync(realdata, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    : []
  write(row('', '1440 × 900', '390 × 844'))
  for (const folder of [
    ...FIXTURES.map((name) => `${root}/fixtures/${name}`),
    ...real.map(({ name }) => `${realdata}/${name}`),
    ...more,
  ]) {
    const lines = (file: string): object[] =>
      readFileSync(`${folder}/${file}`, 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => JSON.parse(line) as object)
    const session = await plainSession(lines('resources.jsonl'), lines('lineage.jsonl'))
    const cells: string[] = []
    for (const { isNarrow, size, corner } of WINDOWS) {
      const picture = prepare((await session.draw({ ...shownOf(FIRST_VIEW), isNarrow }))!)
      const isTaken = ({ x, y, width, height }: (typeof picture)['bounds']): boolean =>
        picture.index.touching(x, y, x + width, y + height).length > 0
      const { k } = opening(
        picture.bounds,
        size,
        { ...corner, isTaken },
        null,
        picture.rows.count > 0 ? picture.held : null,
        isNarrow,
      )
      const { width, height } = picture.bounds
      const seen = Math.min(1, size.width / k / width) * Math.min(1, size.height / k / height)
      cells.push(`${percent(k)} ${seen < 0.995 ? `, ${percent(seen)} seen` : ''}`)
      cells.push(`${width.toFixed(0)} × ${height.toFixed(0)}`)
    }
    write(row(folder.split('/').slice(-2).join('/'), ...cells))
  }
}

const percent = (part: number): string => `${(100 * part).toFixed(0)} %`

const row = (name: string, ...cells: readonly string[]): string =>
  name.padEnd(34) + cells.map((cell) => cell.padEnd(20)).join('')
