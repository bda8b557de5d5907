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
A run is what one integration declares: a folder with resources.jsonl and lineage.jsonl, or what the
integration prints.

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
  .option(
    '-f, --format <format[:file]>',
    'pretty (the default), or another of those below; repeat it to write several, all but one to files',
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
Findings go to standard output, everything else to standard error. The folder is not searched in depth:
a run is its *.jsonl files. A file is written whole or not at all.

Formats:
  pretty    for people: each finding with the line that it points to
  concise   one line a finding: file:line:column severity rule message
  json      one document; its JSON Schema is @lineagraph/core/schema/report.json
  ndjson    one JSON object a line: the findings, and last the summary ("type": "summary")
  sarif     SARIF 2.1.0, for code scanning and editors
  junit     JUnit XML: an error is a test that fails, a warning or note one that is skipped
  github    annotations in GitHub Actions: ten of each level, and how many more there are
  gitlab    a Code Quality report for GitLab
  markdown  a comment for a pull request, or a step summary; never too long for either

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
  $ lineagraph check out/ -f github -f markdown:"$GITHUB_STEP_SUMMARY"
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
