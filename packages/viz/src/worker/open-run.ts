import {
  check,
  cardEdgesOf,
  checkByPlan,
  graphWith,
  findingsOf,
  nodesOfFinding,
  readableLevel,
  readRun,
  RecentBlocks,
  thingTreeOf,
  visible,
  type CheckPlan,
  type FindingList,
  type NodeIndex,
  type ReadProgress,
  type ReadQuery,
  type Report,
  type Run,
  type RunDiff,
  type Source,
} from '@lineagraph/core'
import { blobSource, heldSource, type ReadBytes } from '../source/blob-source.ts'
import type { BaseRun, RunInput } from '../source/run-input.ts'
import { unpack, type Unfold, type UnpackedInput } from '../source/unpack.ts'
import { sortOfType, type Sort } from '../tokens/looks.ts'
import type { Marked } from './names/badges.ts'
import { byGravity } from './answers/by-gravity.ts'
import { legendOf } from './pictures/legend.ts'
import type { Progress, RunFacts, Step } from './answers/run-facts.ts'
import { unreadLines } from './answers/unread-lines.ts'
import { sheetOf, type Sheet } from './pictures/draw.ts'
import { signsOf } from './names/signs.ts'

/** What the worker cannot have of itself: reading a blob at once, the time, and somebody to tell how far it is. */
export interface Surroundings {
  /** Where there is none, files are held whole. */
  readonly readBytes?: ReadBytes
  /** Milliseconds. */
  readonly now: () => number
  readonly onProgress: (progress: Progress) => void
}

/** A run that has been read and checked, with what pictures and panels are made from. */
export interface OpenRun {
  readonly report: Report
  readonly facts: RunFacts
  /** The gravest first. */
  readonly findings: FindingList
  readonly marked: readonly Marked[]
  /** Indexes into the findings. */
  readonly findingsOfNode: ReadonlyMap<NodeIndex, readonly number[]>
  readonly sheet: Sheet
  /** The deepest level at which the Map has few enough things to be read. */
  readonly readable: number
  /** What differs from the base run; undefined where there is none. */
  readonly diff: RunDiff | undefined
}

/**
 * Reads, resolves and checks the files of one run, as planned, and of the run that it is compared with. Rejects only where a file cannot
 * be read.
 */
export async function openRun(
  given: readonly RunInput[],
  surroundings: Surroundings,
  plan?: CheckPlan,
  base?: BaseRun,
): Promise<OpenRun> {
  const unfolded = unfolder(surroundings)
  const before = base && (await readAndCheck(base.inputs, surroundings, unfolded, base.plan)).report
  const { report, checkTime } = await readAndCheck(given, surroundings, unfolded, plan)
  const { graph } = report
  const { run } = graph
  const findings = byGravity(findingsOf(report))
  const marked = Array.from(findings.abouts(), (finding) => ({
    severity: finding.severity,
    nodes: [...new Set(nodesOfFinding(graph, finding))],
  }))
  const things = thingTreeOf(graph)
  const atlas = { graph, tree: things, cards: cardEdgesOf(graph, things) }
  const compared = before && (await import('./answers/compare.ts')).compare(before, report, atlas)
  return {
    report,
    facts: {
      files: run.files
        .filter(({ role }) => role === 'run')
        .map(({ name, lineCount }) => ({ name: visible(name), lines: lineCount })),
      summary: report.summary,
      unread: unreadLines(run),
      isEmpty: graph.nodeCount === 0,
      checkTime,
      ...(compared &&
        base && {
          diff: { base: visible(base.name), summary: compared.diff.summary, counts: compared.counts },
        }),
    },
    findings,
    marked,
    findingsOfNode: byNode(marked),
    sheet: {
      ...sheetOf(atlas, signsOf(atlas, marked), marked),
      ...(compared && { changes: compared.changes }),
    },
    diff: compared?.diff,
    readable: readableLevel(things),
  }
}

async function readAndCheck(
  given: readonly RunInput[],
  { now, onProgress, readBytes }: Surroundings,
  unfolded: Unfold,
  plan?: CheckPlan,
): Promise<{ readonly report: Report; readonly checkTime: number }> {
  let files = given.map(({ name, blob }) => ({
    name,
    size: 'size' in blob ? blob.size : 0,
    bytes: 0,
    lines: 0,
  }))
  let lineage = 0
  let sorts: Progress['sorts'] = []
  const tell = (step: Step): void =>
    onProgress({
      step,
      files: files.map((file, id) => ({ ...file, id, name: visible(file.name) })),
      lineage,
      sorts,
    })
  const inputs: UnpackedInput[] = []
  for (const [i, input] of given.entries()) {
    tell('unpack')
    inputs.push(await unpack(input, unfolded)) // one by one: what is decompressed is held for a while
    files[i]!.bytes = files[i]!.size
  }
  files = inputs.map(({ name, text }) => ({
    name,
    size: text instanceof Blob ? text.size : text.length,
    bytes: 0,
    lines: 0,
  }))
  tell('read')
  const blocks = new RecentBlocks()
  const sources: Source[] = []
  for (const [key, input] of inputs.entries()) {
    const { text } = input
    sources.push(
      readBytes && text instanceof Blob
        ? blobSource({ ...input, text }, readBytes, blocks, key)
        : await heldSource(input),
    )
  }
  const sourcesOf = (isMeant: (input: UnpackedInput) => boolean): Source[] =>
    sources.filter((_, key) => isMeant(inputs[key]!))
  const run = await readRun(
    sourcesOf(({ isCatalog }) => !isCatalog),
    {
      ...(plan?.hasWorkspace && { workspace: sourcesOf(({ isCatalog }) => isCatalog === true) }),
      ...(plan?.lineage !== undefined && { lineage: plan.lineage }),
      onProgress(progress) {
        const file = files[sources.indexOf(progress.source)]
        if (file) Object.assign(file, { bytes: progress.bytes, lines: progress.lines })
        ;({ lineage } = progress)
        sorts = sortsOf(progress.byType)
        tell('read')
      },
    },
  )
  tell('resolve')
  const graph = graphWith(run, await queryReader(run, plan?.config.dialect))
  tell('check')
  const began = now()
  const report = plan ? checkByPlan(graph, plan) : check(graph)
  const checkTime = now() - began
  tell('lay out')
  return { report, checkTime }
}

/** Unfolds a folded run when its first file is asked for, and forgets it with itself. */
function unfolder({ onProgress }: Surroundings): Unfold {
  let files: Promise<Awaited<ReturnType<Unfold>>[]> | undefined
  const tell = (bytes: number, size: number): void =>
    onProgress({ step: 'unpack', files: [{ id: 0, name: '', size, bytes, lines: 0 }], lineage: 0, sorts: [] })
  return async ({ sections, file }) => {
    // Only a report has one: the page that is served loads nothing of it.
    files ??= import('../source/unfold-run.ts').then(({ unfoldRun }) => unfoldRun(sections, tell))
    return (await files)[file] ?? new Uint8Array(0)
  }
}

/** By sort: two types that are shown alike are one. */
function sortsOf(byType: ReadProgress['byType']): Progress['sorts'] {
  const counts = new Map<Sort, number>()
  for (const { type, count } of byType) {
    const sort = sortOfType(visible(type))
    counts.set(sort, (counts.get(sort) ?? 0) + count)
  }
  return legendOf(counts, []).map(({ sort, count }) => ({ sort, count }))
}

/** What reads SQL is large, and most runs have none. */
async function queryReader({ identifiers }: Run, dialect: string | undefined): Promise<ReadQuery> {
  for (let identifier = 0; identifier < identifiers.size; identifier++)
    if (identifiers.typeOf(identifier) === 'tables_from_query') {
      const { tablesFromQuery } = await import('./read-query.ts')
      return (sql) => tablesFromQuery(sql, { dialect })
    }
  return () => ({ tables: [], warnings: [] })
}

function byNode(marked: readonly Marked[]): Map<NodeIndex, number[]> {
  const found = new Map<NodeIndex, number[]>()
  marked.forEach(({ nodes }, i) => {
    for (const node of nodes) {
      const list = found.get(node)
      if (list) list.push(i)
      else found.set(node, [i])
    }
  })
  return found
}
