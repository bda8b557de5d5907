import { Command, CommanderError } from 'commander'
import { TOOL } from '@lineagraph/core'
import type { CheckOptions } from './commands/check.ts'
import type { ExportOptions } from './commands/export.ts'
import { EXIT, type ExitCode } from './input/exit-code.ts'
import { explainError } from './input/explain-error.ts'
import { writeOut } from './input/write-out.ts'

const EXIT_CODES = `Exit codes:
  0   no error, and no more warnings than --max-warnings
  1   findings; never their count
  2   wrong usage, or an output that cannot be written
  3   a path that is not there or cannot be read
  4   nothing to check: no declaration was found
  70  a fault of lineagraph itself`

const help: string[] = []

const program = new Command('lineagraph')
  .description('Check, see and export the lineage that a Secoda Marketplace integration declares.')
  .version(TOOL.version, '-V, --version', 'print the version')
  .helpOption('-h, --help', 'print this help')
  .helpCommand('help [command]', 'print the help of a command')
  .showHelpAfterError('(lineagraph --help shows the commands)')
  .configureHelp({ sortOptions: false })
  .configureOutput({ writeOut: (text) => void help.push(text) })
  .exitOverride()
  .addHelpText(
    'after',
    `
A run is what one integration declares: a folder with resources.jsonl and lineage.jsonl, Secoda's upload
CSV, or what the integration prints; compressed by gzip or not.

Examples:
  $ lineagraph check out/                               check the run in a folder
  $ python my_integration.py | lineagraph check -       check what an integration prints
  $ lineagraph export out/ -f json -o graph.json        write the checked graph

${EXIT_CODES}`,
  )

let exitCode: ExitCode = EXIT.ok
const repeatable = (value: string, before: readonly string[] = []): readonly string[] => [...before, value]

program
  .command('check')
  .description('Check a run, and print what is wrong with it and how to mend it.')
  .argument('[paths...]', 'a folder, files, or - for standard input; the current folder if none is given')
  .option('--resources <file>', 'name the file of resources, in place of a path')
  .option('--lineage <file>', 'name the file of lineage, in place of a path')
  .option('--workspace <path>', 'a catalog of tables that exist already; may be repeated', repeatable)
  .option(
    '-f, --format <format[:file]>',
    'pretty (the default), concise or json; repeat it to write several, all but one to files',
    repeatable,
  )
  .option('--preset <name>', 'the severities to start from: minimal, recommended (the default) or strict')
  .option('--rule <id=severity>', 'set one rule to error, warning, info or off; may be repeated', repeatable)
  .option('--max-warnings <count>', 'exit with 1 when there are more warnings than this, shown or not')
  .option('--quiet', 'show errors only')
  .option('--stats', 'add figures about the run to pretty and json: ids, ends, circles, the longest path')
  .option('--no-color', 'no colours, as with NO_COLOR=1')
  .addHelpText(
    'after',
    `
Findings go to standard output, everything else to standard error. A file is written whole or not at all.

Paths: of a folder, the *.jsonl and *.jsonl.gz files are read, and each *.csv and *.csv.gz file that has the
header of Secoda's upload CSV; not the folders in it. A file that is named itself is read whatever it is
called: as the upload CSV if its name ends in .csv or .csv.gz, else as one declaration a line. gzip and
UTF-16 are known by their first bytes, in standard input too.

Catalogs: lineage may mean tables that the workspace has already. --workspace takes, told by what is in it:
  another integration's run, a folder or its files
  JSONL or CSV of cluster, database, schema, table (all but the table may be missing) and columns, a list
  in CSV, columns are names with , or ; between them in one cell, or one row each with a field named column
  dbt's manifest.json or catalog.json, or the folder target/ that holds them
  a CSV of information_schema.tables or information_schema.columns
  Secoda's upload CSV

Presets:
  minimal      errors are what Secoda would lose or show wrong; circles in lineage are warnings
  recommended  circles in lineage are errors too; what is likely a slip, such as a repeat, is a warning
  strict       unusual parents and empty files are errors too

Rules: each finding names its rule, such as lineage/no-self. That is the id for --rule.

${EXIT_CODES}

Examples:
  $ lineagraph check out/
  $ lineagraph check out/ -f concise | grep dangling
  $ lineagraph check out/ -f pretty -f json:report.json --stats
  $ lineagraph check out/ --workspace warehouse.csv --workspace target/manifest.json
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
  .option('--workspace <path>', 'as for check', repeatable)
  .requiredOption('-f, --format <format[:file]>', 'json (our own) or graphology (its serialized form)')
  .option('-o, --output <file>', 'the file to write, if -f names none; else standard output')
  .addHelpText(
    'after',
    `
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
  $ lineagraph export out/ -f graphology | node my-analysis.js`,
  )
  .action(async (paths: string[], options: ExportOptions) => {
    const { exportCommand } = await import('./commands/export.ts')
    exitCode = await exportCommand(paths, options)
  })

// Who writes hears of the error by itself; without a listener, a reader that goes away would end the process with a trace.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})

try {
  process.exitCode = await run()
} catch (error) {
  const { text, exitCode } = explainError(error)
  process.stderr.write(text)
  process.exitCode = exitCode
}

async function run(): Promise<ExitCode> {
  try {
    await program.parseAsync()
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode !== 0) return EXIT.usage // commander has said what is wrong
    await writeOut(help)
  }
  return exitCode
}
