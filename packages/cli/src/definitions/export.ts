import type { Command } from 'commander'
import type { ExportOptions } from '../commands/export.ts'
import { addConfigOptions, addRunOptions, addReadOptions, type OnExit } from './options.ts'

export function defineExport(program: Command, onExit: OnExit): void {
  const command = program
    .command('export')
    .description('Write the checked graph of a run for other tools.')
    .argument('[paths...]', 'as for check')
  addConfigOptions(addReadOptions(addRunOptions(command)))
    .requiredOption('-f, --format <format[:file]>', 'json (our own) or graphology (its serialized form)')
    .option('-o, --output <file>', 'the file to write, if -f names none; else standard output')
    .addHelpText('after', HELP)
    .action(async (paths: string[], options: ExportOptions) => {
      const { exportCommand } = await import('../commands/export.ts')
      onExit(await exportCommand(paths, options))
    })
}

const HELP = `
Findings stand in the json, and do not change the exit code: ask lineagraph check for that. A file is written
whole or not at all.

Exit codes:
  0   the graph is written, whatever was found
  2   wrong usage, or an output that cannot be written
  3   a path that is not there or cannot be read
  4   nothing to export: no declaration was found
  70  a fault of lineagraph itself

Examples:
  $ lineagraph export out/ -f json -o graph.json
  $ lineagraph export out/ -f graphology | node my-analysis.js`
