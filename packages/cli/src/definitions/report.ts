import type { Command } from 'commander'
import type { ReportOptions } from '../commands/report.ts'
import { addJudgeOptions, addReadOptions, addRunOptions, repeatable, type OnExit } from './options.ts'

export function defineReport(program: Command, onExit: OnExit): void {
  const command = program
    .command('report')
    .description('Write a run as one HTML file: what lineagraph view shows, to keep or to pass on.')
    .argument('[paths...]', 'a folder, files, or - for standard input; the current folder if none is given')
    .option('-o, --output <file>', 'the file to write', 'lineagraph-report.html')
    .option('--title <text>', 'what to call the run; the end of its path if not given')
    .option('--base <path>', 'a run to compare with: a folder, a file, or REVISION:PATH of git')
    .option('--open', 'open the file in the browser when it is written')
  addJudgeOptions(addReadOptions(addRunOptions(command)))
    .option('--only <id>', 'run this rule alone, be it off otherwise; may be repeated', repeatable)
    .option('--baseline <file>', 'hide the findings that this file knows')
    .addHelpText('after', HELP)
    .action(async (paths: string[], options: ReportOptions) => {
      const { reportCommand } = await import('../commands/report.ts')
      onExit(await reportCommand(paths, options))
    })
}

const HELP = `
The file opens from disk, in a browser of 2023 or later, and asks nobody for anything: the page and the files of the
run, with catalogs, config and baseline, are in it, compressed. Whoever has the report has the run: every line of its
files, and names as the paths are given. It finds what the terminal finds. Without scripts it shows figures and findings.
It is written whole or not at all; -o - prints it.

lineagraph check out/ -f pretty -f html:report.html writes the same file beside other forms, and ends as check does.
What paths, catalogs, presets and rules are, lineagraph check --help says.

Exit codes:
  0   the report is written, whatever was found
  2   wrong usage or configuration, or an output that cannot be written
  3   a path that is not there or cannot be read
  4   nothing to show: no declaration was found; the report says why
  70  a fault of lineagraph itself

Examples:
  $ lineagraph report out/ -o report.html --open
  $ lineagraph report out/ --workspace warehouse.csv --title 'Cluvio, nightly' -o public/index.html
  $ python my_integration.py | lineagraph report - -o report.html`
