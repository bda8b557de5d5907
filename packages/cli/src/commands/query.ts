import {
  answerCsv,
  answerJson,
  answerText,
  askGraph,
  explainSelectorFault,
  findingNodes,
  isOfType,
  LEVELS,
  parseSelector,
  quote,
  selectNodes,
  statsCsv,
  statsJson,
  statsOf,
  statsText,
  waysAt,
  type Answer,
  type AskLevel,
  type LineageGraph,
  type Question,
  type Ways,
} from '@lineagraph/core'
import { loadGraph, prepareCheck, type LoadedGraph } from '@lineagraph/core/node'
import { EXIT, type ExitCode } from '../input/exit-code.ts'
import { findTarget } from '../input/find-targets.ts'
import { parseCount, parseOutput } from '../input/parse-options.ts'
import { withProgress } from '../input/progress.ts'
import { readOptions, runPaths, type RunOptions } from '../input/run-paths.ts'
import { UsageError } from '../input/usage-error.ts'
import { writeTo } from '../input/write-to.ts'
import { parseJudgeOptions, type JudgeOptions } from './check-options.ts'
import { mustDeclare, nothingIn } from './must-declare.ts'
import { mustFind, mustRead } from './must-find.ts'

/** The options of `query`, as commander gives them. */
export interface QueryOptions extends RunOptions, Pick<JudgeOptions, 'config'> {
  readonly format: string
  readonly output?: string
  readonly level?: string
  readonly depth?: string
  readonly type?: string
  readonly all?: boolean
}

/** `lineagraph query upstream` and `downstream`. */
export const flowQuery = (
  kind: 'upstream' | 'downstream',
  name: string,
  paths: readonly string[],
  options: QueryOptions,
): Promise<ExitCode> => {
  const { type } = options
  const depth = options.depth === undefined ? undefined : parseCount(options.depth, '--depth')
  return answer(paths, options, ({ graph }, level) => {
    if (type !== undefined && !isOfType(graph, type)) throw unknownType(type)
    const of = mustFind(graph, name)
    return { kind, level, of, ...(depth !== undefined && { depth }), ...(type !== undefined && { type }) }
  })
}

/** `lineagraph query path`. */
export const pathQuery = (
  from: string,
  to: string,
  paths: readonly string[],
  options: QueryOptions,
): Promise<ExitCode> =>
  answer(paths, options, ({ graph }, level) => ({
    kind: 'path',
    level,
    from: mustFind(graph, from),
    to: mustFind(graph, to),
    all: options.all ?? false,
  }))

/** `lineagraph query roots`, `leaves` and `cycles`. */
export const wholeQuery = (
  kind: 'roots' | 'leaves' | 'cycles',
  paths: readonly string[],
  options: QueryOptions,
): Promise<ExitCode> => answer(paths, options, (_, level) => ({ kind, level }))

/** `lineagraph query focus`. */
export const focusQuery = (
  text: string,
  paths: readonly string[],
  options: QueryOptions,
): Promise<ExitCode> => {
  const { selector } = mustRead(parseSelector(text))
  return answer(paths, options, ({ graph, check }, level, ways) => {
    const findings = findingNodes(graph, () => check().findings)
    const { nodes, several } = mustRead(selectNodes(graph, selector, { findings, ways }))
    for (const { term, nodes } of several)
      tell(`${quote(term.value)} names ${nodes.length} things, and all of them are taken`)
    return { kind: 'focus', level, selector: text, selected: nodes }
  })
}

/** `lineagraph query stats`. */
export async function statsQuery(paths: readonly string[], options: QueryOptions): Promise<ExitCode> {
  const { format, target, load } = prepared(paths, options)
  const stats = statsOf((await load()).graph)
  await writeTo(target, { text: statsText, json: statsJson, csv: statsCsv }[format](stats))
  return EXIT.ok
}

const FORMATS = { text: answerText, json: answerJson, csv: answerCsv } as const
type QueryFormat = keyof typeof FORMATS

/** Reads a run, and writes the answer to a question about it. */
async function answer(
  paths: readonly string[],
  options: QueryOptions,
  questionOf: (loaded: LoadedGraph, level: AskLevel, ways: Ways) => Question,
): Promise<ExitCode> {
  const level = LEVELS.find((known) => known === options.level)
  if (level === undefined)
    throw new UsageError(`there is no level '${options.level}'`, `the levels are ${LEVELS.join(', ')}`)
  const { format, target, load } = prepared(paths, options)
  const loaded = await load()
  const ways = waysAt(loaded.graph, level)
  const found = askGraph(loaded.graph, questionOf(loaded, level, ways), ways)
  await writeTo(target, FORMATS[format](loaded.graph, found))
  if (found.nodes.length === 0) tellOfTables(loaded.graph, found)
  return EXIT.ok
}

/** What is settled before the run is read, which may take long. */
function prepared(paths: readonly string[], options: QueryOptions) {
  const { format, file } = parseOutput(options.format, Object.keys(FORMATS) as QueryFormat[])
  if (options.output === '') throw new UsageError('-o names no file', 'write -o FILE')
  if (file !== undefined && options.output !== undefined)
    throw new UsageError(
      `-f names the file '${file}', and -o the file '${options.output}'`,
      `write one of the two: -f ${format} -o FILE, or -f ${format}:FILE`,
    )
  const run = runPaths(paths, options)
  const how = prepareCheck(run, { ...parseJudgeOptions(options), ...readOptions(options), baseline: false })
  const target = findTarget(file ?? options.output)
  const load = async (): Promise<LoadedGraph> => {
    const loaded = await withProgress((hooks) => loadGraph(run, how, hooks))
    mustDeclare({ runs: [loaded.graph.run] }, nothingIn(run))
    return loaded
  }
  return { format, target, load }
}

/** Says so where there is an answer only if columns count as their tables: most often that was meant. */
function tellOfTables(graph: LineageGraph, { question }: Answer): void {
  if (question.level === 'table' || question.kind === 'focus') return
  if (askGraph(graph, { ...question, level: 'table' }).nodes.length > 0)
    tell('there is an answer where columns count as their tables: add --level table')
}

const tell = (text: string): void => void process.stderr.write(`lineagraph: ${text}\n`)

function unknownType(type: string): UsageError {
  const { what, help } = explainSelectorFault({
    code: 'nothing-meant',
    method: 'type',
    value: type,
    start: 0,
    end: 0,
  })
  return new UsageError(what, help)
}
