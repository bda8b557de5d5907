import { existsSync, mkdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { UPLOAD_FILES } from '../export/upload-form.ts'

/** Lies beside the files of a run that broke off, and says so. A name that no folder is read with as a run. */
const MARK = 'incomplete.txt'
/** Below the folder of a whole run: where a later one that broke off is kept. */
const ASIDE = 'incomplete'

const TEXT = `The run in this folder broke off: what it declares is not all, and lineagraph pack refuses it.
The next run that comes to its end takes this file away.
`

/**
 * Where to keep a run that broke off, which never takes the place of a whole one.
 * @returns the folder that the run was meant for, or a folder in it while a whole run stands there.
 * @example
 * ```ts
 * const aside = incompleteFolder('out')
 * ```
 */
export const incompleteFolder = (folder: string): string =>
  holdsWholeRun(folder) ? below(folder, ASIDE) : folder

/**
 * Marks a folder as one whose run broke off; made where it is missing. Called before its files come to their places.
 * @example
 * ```ts
 * markIncomplete('out')
 * ```
 */
export function markIncomplete(folder: string): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, MARK), TEXT)
}

/**
 * Takes away what is left of a run that broke off, once a whole one is in the folder.
 * @example
 * ```ts
 * clearIncomplete('out')
 * ```
 */
export function clearIncomplete(folder: string): void {
  const aside = join(folder, ASIDE)
  if (existsSync(join(aside, MARK))) {
    for (const name of [...Object.values(UPLOAD_FILES), MARK]) rmSync(join(aside, name), { force: true })
    try {
      rmdirSync(aside)
    } catch {
      // somebody has put something of their own into it
    }
  }
  rmSync(join(folder, MARK), { force: true })
}

/** The last run into a folder broke off: where it is, and the mark to take away by whoever wants it all the same. */
export interface IncompleteRun {
  readonly folder: string
  readonly mark: string
  /** Whether the folder itself holds a whole run, the one before it. */
  readonly isAside: boolean
}

/**
 * The run that broke off and is the last one into a folder; undefined where the last one is whole.
 * @example
 * ```ts
 * const broken = findIncomplete('out')
 * if (broken) console.error(`the run broke off; ${broken.mark} says so`)
 * ```
 */
export function findIncomplete(folder: string): IncompleteRun | undefined {
  for (const [at, isAside] of [
    [folder, false],
    [below(folder, ASIDE), true],
  ] as const)
    if (existsSync(join(at, MARK))) return { folder: at, mark: below(at, MARK), isAside }
  return undefined
}

const holdsWholeRun = (folder: string): boolean =>
  !existsSync(join(folder, MARK)) &&
  Object.values(UPLOAD_FILES).some((name) => existsSync(join(folder, name)))

/** As the user wrote the folder, with a name behind it. */
const below = (folder: string, name: string): string =>
  /[/\\]$/.test(folder) ? folder + name : `${folder}/${name}`
