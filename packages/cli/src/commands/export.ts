import { EXPORT_FORMATS, exportGraph } from '@lineagraph/core'
import { checkRun } from '@lineagraph/core/node'
import { EXIT, type ExitCode } from '../input/exit-code.ts'
import { parseOutput } from '../input/parse-options.ts'
import { runPaths, type RunOptions } from '../input/run-paths.ts'
import { writeFileWhole, writeOut } from '../input/write.ts'

/** The options of `export`, as commander gives them. */
export interface ExportOptions extends RunOptions {
  readonly format: string
  readonly output?: string
}

/** `lineagraph export`: writes the checked graph of a run for other tools. Findings are in it, and are no failure. */
export async function exportCommand(paths: readonly string[], options: ExportOptions): Promise<ExitCode> {
  const { format } = parseOutput(options.format, EXPORT_FORMATS)
  const report = await checkRun(runPaths(paths, options))
  const pieces = exportGraph(report, format)
  if (options.output === undefined) await writeOut(pieces)
  else writeFileWhole(options.output, pieces)
  return EXIT.ok
}
