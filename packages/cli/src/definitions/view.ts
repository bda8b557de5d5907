import type { Command } from 'commander'
import type { ViewOptions } from '../commands/view.ts'
import { addJudgeOptions, addReadOptions, addRunOptions, repeatable, type OnExit } from './options.ts'

export function defineView(program: Command, onExit: OnExit): void {
  const command = program
    .command('view')
    .description('Show a run in the browser, live: its hierarchy, its lineage and what is wrong with it.')
    .argument('[paths...]', 'a folder, files, or - for standard input; the current folder if none is given')
    .option('--port <number>', 'the port to listen on; 4173 if none is given, or any other that is free')
    .option('--no-open', 'do not open the browser')
    .option('--base <path>', 'a run to compare with: a folder, a file, or REVISION:PATH of git')
  addJudgeOptions(addReadOptions(addRunOptions(command)))
    .option('--only <id>', 'run this rule alone, be it off otherwise; may be repeated', repeatable)
    .option('--baseline <file>', 'hide the findings that this file knows')
    .option('--no-color', 'no colours, as with NO_COLOR=1')
    .addHelpText('after', HELP)
    .action(async (paths: string[], options: ViewOptions) => {
      const { viewCommand } = await import('../commands/view.ts')
      onExit(await viewCommand(paths, options))
    })
}

const HELP = `
Prints the findings and the address of the page, and opens it: on a terminal, not in CI. Whenever a file of the run
changes, and the config file, the baseline or a catalog, page and findings follow, until q or Ctrl-C. A folder that
goes and comes again is followed too. Standard input is read to its end before it is shown.

The page finds what the terminal finds. It is served on this machine alone (127.0.0.1) and to its own page alone:
requests by other names of the machine, and from pages of other addresses, are refused. It loads nothing from elsewhere.

With --base, the page also gets what differs from that run, which is checked in the same way: see lineagraph diff.

What paths, catalogs, presets and rules are, lineagraph check --help says.

Exit codes:
  0   it was ended
  2   wrong usage or configuration, or a port that is in use
  3   a path that is not there or cannot be read
  70  a fault of lineagraph itself

Examples:
  $ lineagraph view out/
  $ lineagraph view out/ --workspace warehouse.csv --port 8080 --no-open
  $ lineagraph view out/ --base main:out
  $ python my_integration.py | lineagraph view -`
