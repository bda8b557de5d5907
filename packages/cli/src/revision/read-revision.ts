import { relative } from 'node:path'
import {
  HEADER_BYTES,
  isRunFile,
  looksLikeUpload,
  mayBeUpload,
  peek,
  quote,
  type Source,
} from '@lineagraph/core'
import { PathError, streamSource } from '@lineagraph/core/node'
import { UsageError } from '../input/usage-error.ts'
import { askGit, readGit } from './git.ts'
import type { Revision } from './parse-revision.ts'

/** A file of a run as it was. */
export interface RevisionFile {
  /** Under the name `REVISION:PATH`. */
  readonly source: Source
  /** The path that it has, or had, in the work tree, from the current folder. */
  readonly path: string
}

/**
 * The files of the run that stood at a path at a revision: those of a folder that belong to the run in it, or the file itself. Nothing is
 * checked out; git runs without a shell, and a name in its history is never taken for a path of this machine.
 * @returns Rejects with PathError where there is no repository, no such revision, or nothing at the path, and with UsageError where git
 * would take the revision for an option.
 */
export async function readRevision(given: string, { commit, path }: Revision): Promise<RevisionFile[]> {
  if (commit.startsWith('-'))
    throw new UsageError(`${quote(commit)} is no revision`, 'write REVISION:PATH, such as main:out')
  const prefix = await mustBeRepository(given)
  const at = await mustName(given, commit)
  const id = await objectAt(given, at, commit, path)
  const kind = (await askGit(['cat-file', '-t', id])).stdout.trim()
  const label = `${commit}:`
  if (kind === 'blob') return [fileOf(id, label + path, inWorkTree(prefix, path))]
  if (kind !== 'tree')
    throw new PathError(given, `${quote(path)} is a ${kind} at ${quote(commit)}`, 'name a folder or a file')
  const folder = path === '' ? '.' : path
  const files: RevisionFile[] = []
  for (const { mode, id: blob, name } of await entriesOf(id)) {
    if (!isRunFile(name) && !mayBeUpload(name)) continue
    if (mode === LINK)
      throw new PathError(
        given,
        `${quote(name)} is a link at ${quote(commit)}, which is not followed there`,
        `check the revision out, as with git worktree add, and compare with its folder`,
      )
    if (mode !== FILE && mode !== PROGRAM) continue
    const file = fileOf(blob, `${label}${folder}/${name}`, inWorkTree(prefix, `${folder}/${name}`))
    if (isRunFile(name) || (await isUpload(blob, name))) files.push(file)
  }
  return files
}

const LINK = '120000'
const FILE = '100644'
const PROGRAM = '100755'

const fileOf = (id: string, name: string, path: string): RevisionFile => ({
  source: streamSource(name, () => blobAt(id, name)),
  path,
})

async function* blobAt(id: string, name: string): AsyncGenerator<Uint8Array> {
  try {
    yield* readGit(['cat-file', 'blob', id])
  } catch (error) {
    throw new PathError(
      name,
      `${quote(name)} cannot be read: ${String(error)}`,
      'look at the repository with git fsck',
    )
  }
}

async function isUpload(id: string, name: string): Promise<boolean> {
  const { head, whole } = await peek(streamSource(name, () => blobAt(id, name)).chunks(), HEADER_BYTES)
  await whole[Symbol.asyncIterator]().return?.()
  return looksLikeUpload(head)
}

/** @returns the current folder, from the root of the repository. */
async function mustBeRepository(given: string): Promise<string> {
  const { code, stdout, stderr } = await askGit(['rev-parse', '--show-prefix'])
  if (code === 0) return stdout.replace(/\r?\n$/, '')
  if (code === null)
    throw new PathError(
      given,
      `there is no file or folder ${quote(given)}, and no git to look for a revision`,
      'correct the path, or install git',
    )
  throw new PathError(
    given,
    `there is no file or folder ${quote(given)}, and git knows no repository here (${quote(firstLine(stderr))})`,
    'correct the path, or run it inside the repository of the revision',
  )
}

async function mustName(given: string, commit: string): Promise<string> {
  const { code, stdout } = await askGit([
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${commit}^{commit}`,
  ])
  if (code === 0) return stdout.trim()
  throw new PathError(
    given,
    `there is no revision ${quote(commit)} in this repository`,
    'git log --oneline --all shows which there are; in CI, fetch it first (fetch-depth: 0)',
  )
}

async function objectAt(given: string, at: string, commit: string, path: string): Promise<string> {
  const { code, stdout } = await askGit([
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${at}:${/^\.\.?$/.test(path) ? `${path}/` : path}`,
  ])
  if (code === 0) return stdout.trim()
  throw new PathError(
    given,
    `there is no ${quote(path)} at the revision ${quote(commit)}`,
    `a path is meant from the root of the repository, or as ./PATH from here; git ls-tree ${commit} shows what is there`,
  )
}

interface Entry {
  readonly mode: string
  readonly id: string
  readonly name: string
}

/** What is in a folder of the history: `MODE TYPE ID<tab>NAME<nul>`. */
async function entriesOf(tree: string): Promise<Entry[]> {
  const { code, stdout, stderr } = await askGit(['ls-tree', '-z', '--full-tree', tree])
  if (code !== 0) throw new Error(`git ls-tree: ${stderr}`)
  return stdout
    .split('\0')
    .filter((line) => line !== '')
    .map((line) => {
      const tab = line.indexOf('\t')
      const [mode = '', , id = ''] = line.slice(0, tab).split(' ')
      return { mode, id, name: line.slice(tab + 1) }
    })
}

/** A path of the repository from the current folder, which stands at `prefix` in it. */
const inWorkTree = (prefix: string, path: string): string =>
  (/^\.\.?(\/|$)/.test(path) ? path : relative(`/${prefix}`, `/${path}`))
    .replaceAll('\\', '/')
    .replace(/^\.\//, '')

const firstLine = (text: string): string => text.trim().split('\n', 1)[0] ?? ''
