import {
  answerCsv,
  answerJson,
  answerText,
  askGraph,
  explainSelectorFault,
  grouped,
  EXPORT_FORMATS,
  isOfType,
  LEVELS,
  nearestMeant,
  partOfAnswer,
  standInsOf,
  statsCsv,
  statsJson,
  statsOf,
  statsText,
  waysAt,
  type Answer,
  type AskLevel,
  type ExportFormat,
  type LineageGraph,
  type Question,
  type Ways,
} from '@lineagraph/core'
import { loadGraph, prepareCheck, type LoadedGraph } from '@lineagraph/core/node'
import { existsSync } from 'node:fs'
import { EXIT, type ExitCode } from '../input/exit-code.ts'
import { findTarget } from '../input/find-targets.ts'
import { parseCount, parseOutputOption } from '../input/parse-options.ts'
import { withProgress } from '../input/progress.ts'
import { readOptions, runPaths, type RunOptions } from '../input/run-paths.ts'
import { UsageError } from '../input/usage-error.ts'
import { writeTo } from '../input/write-to.ts'
import { parseJudgeOptions, type JudgeOptions } from './check-options.ts'
import { exportOutput } from './export-output.ts'
import { mustDeclare, nothingIn } from './must-declare.ts'
import { mustFind } from './must-find.ts'
import { nodesMeant, parseSelect } from './select-nodes.ts'
import { tellCut, tellIncomplete } from './tell-incomplete.ts'

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
  return answer(paths, options, name, ({ graph }, level) => {
    if (type !== undefined && !isOfType(graph, type)) throw unknownType(graph, type)
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
  answer(paths, options, to, ({ graph }, level) => ({
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
): Promise<ExitCode> => answer(paths, options, undefined, (_, level) => ({ kind, level }))

/** `lineagraph query focus`. */
export const focusQuery = (
  text: string,
  paths: readonly string[],
  options: QueryOptions,
): Promise<ExitCode> => {
  const given = parseSelect(text, 'selector')
  return answer(paths, options, text, ({ graph, check }, level, ways) => ({
    kind: 'focus',
    level,
    selector: text,
    selected: nodesMeant(graph, given, () => check().findings, ways),
  }))
}

/** `lineagraph query stats`. */
export async function statsQuery(paths: readonly string[], options: QueryOptions): Promise<ExitCode> {
  const { format, file } = parseOutputOption(options, ANSWER_FORMATS)
  const load = loader(paths, options)
  const target = findTarget(file)
  const stats = statsOf((await load()).graph)
  await writeTo(target, { text: statsText, json: statsJson, csv: statsCsv }[format](stats))
  return EXIT.ok
}

const ANSWERS = { text: answerText, json: answerJson, csv: answerCsv } as const
type AnswerFormat = keyof typeof ANSWERS
const ANSWER_FORMATS = Object.keys(ANSWERS) as readonly AnswerFormat[]

const isAnswerFormat = (format: AnswerFormat | ExportFormat): format is AnswerFormat => format in ANSWERS

/**
 * Reads a run, and writes the answer to a question about it: as an answer, or as a part of the graph for other tools.
 * @param last the last name that stands before the paths: a path, where the name was forgotten.
 */
async function answer(
  paths: readonly string[],
  options: QueryOptions,
  last: string | undefined,
  questionOf: (loaded: LoadedGraph, level: AskLevel, ways: Ways) => Question,
): Promise<ExitCode> {
  const level = LEVELS.find((known) => known === options.level)
  if (level === undefined)
    throw new UsageError(`there is no level '${options.level}'`, `the levels are ${LEVELS.join(', ')}`)
  const { format, file } = parseOutputOption(options, [...new Set([...ANSWER_FORMATS, ...EXPORT_FORMATS])])
  const load = loader(paths, options, last)
  const output = isAnswerFormat(format) ? answerOutput(format, file) : partOutput(format, file)
  try {
    const loaded = await load()
    const ways = waysAt(loaded.graph, level)
    const found = askGraph(loaded.graph, questionOf(loaded, level, ways), ways)
    await output.write(loaded, found)
    tellOfTables(loaded.graph, found)
    return EXIT.ok
  } finally {
    output.end()
  }
}

/** Where an answer goes. */
interface AnswerOutput {
  write(loaded: LoadedGraph, found: Answer): Promise<void>
  end(): void
}

function answerOutput(format: AnswerFormat, file: string | undefined): AnswerOutput {
  const target = findTarget(file)
  return { write: ({ graph }, found) => writeTo(target, ANSWERS[format](graph, found)), end: () => {} }
}

function partOutput(format: ExportFormat, file: string | undefined): AnswerOutput {
  const output = exportOutput(format, file)
  return {
    write: ({ graph, check }, found) =>
      output.write(check(), {
        selection: partOfAnswer(graph, found),
        ...(found.question.level === 'table' && { level: 'table' }),
      }),
    end: () => output.end(),
  }
}

/** What is read, and how, settled before: reading may take long. */
function loader(paths: readonly string[], options: QueryOptions, last?: string): () => Promise<LoadedGraph> {
  const run = runPaths(paths, options)
  const how = prepareCheck(run, { ...parseJudgeOptions(options), ...readOptions(options), baseline: false })
  return async () => {
    const loaded = await withProgress((hooks) => loadGraph(run, how, hooks))
    const isForgotten = paths.length === 0 && last !== undefined && existsSync(last)
    mustDeclare({ runs: [loaded.graph.run] }, { ...nothingIn(run), ...(isForgotten && NAME_FIRST) })
    tellIncomplete({ runs: [loaded.graph.run] })
    tellCut(loaded.graph.run)
    return loaded
  }
}

const NAME_FIRST = {
  help: 'the name comes first, and behind it the run: query upstream NAME out/; what begins with a minus stands behind --',
}

/** Says so where there is more of an answer if columns count as their tables: most often that was meant. */
function tellOfTables(graph: LineageGraph, { question, nodes }: Answer): void {
  if (question.level === 'table' || question.kind === 'focus') return
  // What is asked of a column is not what is asked of its table.
  if (nodes.length > 0 && (!('of' in question) || graph.typeOf(question.of) === 'column')) return
  const ways = waysAt(graph, 'table')
  const told = standInsOf(ways, nodes)
  const more = [...askGraph(graph, { ...question, level: 'table' }, ways).nodes].filter(
    (node) => !told.has(node),
  )
  if (more.length === 0) return
  const what =
    nodes.length === 0
      ? 'there is an answer'
      : `there ${more.length === 1 ? 'is' : 'are'} ${grouped(more.length)} more`
  process.stderr.write(`lineagraph: ${what} where columns count as their tables: add --level table\n`)
}

function unknownType(graph: LineageGraph, type: string): UsageError {
  const fault = { code: 'nothing-meant', method: 'type', value: type, start: 0, end: 0 } as const
  const { what, help } = explainSelectorFault(fault, nearestMeant(graph, fault))
  return new UsageError(what, help)
}
