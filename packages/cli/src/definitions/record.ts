import type { Command } from 'commander'
import type { RecordOptions } from '../commands/record.ts'
import { addCheckOptions, addReadOptions, type OnExit } from './options.ts'

export function defineRecord(program: Command, onExit: OnExit): void {
  const command = program
    .command('record')
    .description(
      'Run an integration, keep what it declares as files for Secoda’s File Upload, and check them.',
    )
    .usage('[options] -- <command...>')
    .argument('<command...>', 'the integration and its arguments; write -- before it')
    .option('--out <folder>', 'where resources.jsonl and lineage.jsonl go; made if it is not there', 'out')
    .option('--no-shim', 'do not look at which hosts and credentials an integration in Python uses')
  addCheckOptions(addReadOptions(command))
    .addHelpText('after', HELP)
    .action(async (words: string[], options: RecordOptions) => {
      const { recordCommand } = await import('../commands/record.ts')
      onExit(await recordCommand(words, options))
    })
}

const HELP = `
What the integration prints beside its declarations goes to standard output as it comes, and the findings after it,
on a line of their own; -f json:FILE gives a report by itself. Its standard input and standard error are those of
lineagraph. A declaration that stands behind other text on its line, such as a progress bar or a code for colour, is
kept as well, if it has every field that the SDK prints and ends the line. A line that was meant as a declaration and cannot be read goes to standard output too, and is a finding
with the number that it had among the lines printed, such as <stdout>:17.

The two files are replaced when the integration has ended, and left as they are if it declared nothing or if lineagraph
is killed. An integration that fails half way leaves what it declared until then, in the folder or, where a whole run
stands there, which stays, in incomplete/ below it. incomplete.txt beside the files says so: lineagraph pack refuses
them, and the next run that comes to its end takes it away. Unset fields are left out.
Other files in the folder that lineagraph check would read there are named, and not checked.
Signals are passed on to the integration. PYTHONUNBUFFERED=1 is set for it, unless it is set already.

Of an integration in Python that uses secodadk, standard error says in the end which hosts self.http_* called (the
endpoints of the upload form), which credentials its code reads (its input fields; never their values), and each call
that went around self.http_*, with file and line: requests, httpx, urllib and the like do not work in production, nor do
commands such as curl. What credentials are read is found in the source of the integration; where that does not show it,
because they are passed on whole or the name is computed, that place is told. For all that, PYTHONPATH begins with a
folder that has a sitecustomize.py, which hands on to yours. Python's -I, -E and -S pass it over, which is said, and
--no-shim leaves it out.

What catalogs, formats, presets and rules are, lineagraph check --help says.

Exit codes: that of the integration if it is not 0 (128 and the number of the signal that ended it), else
  0   no error, and no more warnings than --max-warnings
  1   findings; never their count
  2   wrong usage, or an output that cannot be written
  3   the command is not there or cannot be run
  4   nothing to check: nothing was declared
  70  a fault of lineagraph itself

Examples:
  $ lineagraph record -- python my_integration.py
  $ lineagraph record --out run/ -f json:report.json -- uv run my_integration.py --since 2026-01-01`
