import { Command, CommanderError } from 'commander'
import { TOOL } from '@lineagraph/core'
import type { CheckOptions } from './commands/check.ts'
import type { ExportOptions } from './commands/export.ts'
import { EXIT, type ExitCode } from './input/exit-code.ts'

const program = new Command('lineagraph')
  .description('Check, see and export the lineage that a Secoda Marketplace integration declares.')
  .version(TOOL.version, '-V, --version', 'print the version')
  .helpOption('-h, --help', 'print this help')
  .helpCommand('help [command]', 'print the help of a command')
  .showHelpAfterError('(lineagraph --help shows the commands)')
  .configureHelp({ sortOptions: false })
  .exitOverride()
  .addHelpText(
    'after',
    `
A run is what one integration declares: a folder with resources.jsonl and lineage.jsonl, or what the
integration prints.

Examples:
  $ lineagraph check out/                               check the run in a folder
  $ python my_integration.py | lineagraph check -       check what an integration prints
  $ lineagraph export out/ -f json -o graph.json        write the checked graph

Exit codes: 0 no error, 1 findings, 2 wrong usage, 3 a path that cannot be read, 4 nothing to check,
70 a fault of lineagraph itself.`,
  )

let exitCode: ExitCode = EXIT.ok
const repeatable = (value: string, before: readonly string[]): readonly string[] => [...before, value]

program
  .command('check')
  .description('Check a run, and print what is wrong with it and how to mend it.')
  .argument('[paths...]', 'a folder, files, or - for standard input; the current folder if none is given')
  .option('--resources <file>', 'name the file of resources, in place of a path')
  .option('--lineage <file>', 'name the file of lineage, in place of a path')
  .option(
    '-f, --format <format[:file]>',
    'pretty, concise or json; repeat it to write several, to files',
    repeatable,
    [],
  )
  .option('--preset <name>', 'the severities to start from: minimal, recommended or strict')
  .option(
    '--rule <id=severity>',
    'set one rule to error, warning, info or off; may be repeated',
    repeatable,
    [],
  )
  .option('--max-warnings <count>', 'fail when there are more warnings than this')
  .option('--quiet', 'show errors only')
  .option('--stats', 'add figures about the run: ids, ends, circles, the longest path')
  .option('--no-color', 'no colours, as with NO_COLOR=1')
  .addHelpText(
    'after',
    `
Findings go to standard output, everything else to standard error. The folder is not searched in depth:
a run is its *.jsonl files.

Examples:
  $ lineagraph check out/
  $ lineagraph check out/ -f concise | grep dangling
  $ lineagraph check out/ -f pretty -f json:report.json --stats
  $ lineagraph check out/ --rule lineage/no-self=off --max-warnings 0`,
  )
  .action(async (paths: string[], options: CheckOptions) => {
    const { checkCommand } = await import('./commands/check.ts')
    exitCode = await checkCommand(paths, options)
  })

program
  .command('export')
  .description('Write the checked graph of a run for other tools.')
  .argument('[paths...]', 'as for check')
  .option('--resources <file>', 'name the file of resources, in place of a path')
  .option('--lineage <file>', 'name the file of lineage, in place of a path')
  .requiredOption('-f, --format <format>', 'json (our own) or graphology (its serialized form)')
  .option('-o, --output <file>', 'write to a file, whole or not at all; standard output if not given')
  .addHelpText(
    'after',
    `
Example:
  $ lineagraph export out/ -f graphology -o graph.json`,
  )
  .action(async (paths: string[], options: ExportOptions) => {
    const { exportCommand } = await import('./commands/export.ts')
    exitCode = await exportCommand(paths, options)
  })

try {
  await program.parseAsync()
} catch (error) {
  exitCode = explain(error)
}
process.exitCode = exitCode

/** Says what went wrong, on standard error, and gives the code for it. */
function explain(error: unknown): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage
  if (isMendable(error)) {
    process.stderr.write(`lineagraph: ${error.what}\n  help: ${error.help}\n`)
    return error.name === 'PathError' ? EXIT.path : EXIT.usage
  }
  const trace = error instanceof Error ? error.stack : String(error)
  process.stderr.write(
    `lineagraph: a fault of lineagraph itself; please open an issue with this text\n${trace}\n`,
  )
  return EXIT.fault
}

/** The user's errors say what is wrong and how to mend it; all others are ours. */
function isMendable(error: unknown): error is Error & { what: string; help: string } {
  return error instanceof Error && ['UsageError', 'ConfigError', 'PathError'].includes(error.name)
}
