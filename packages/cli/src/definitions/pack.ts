import type { Command } from 'commander'
import type { PackOptions } from '../commands/pack.ts'
import { addJudgeOptions, addRunOptions, addReadOptions, type OnExit } from './options.ts'

export function definePack(program: Command, onExit: OnExit): void {
  const command = program
    .command('pack')
    .description('Check a run, and write the two files that Secoda’s File Upload takes.')
    .argument('[paths...]', 'as for check')
    .option('-o, --out <folder>', 'where the files go; made if it is not there', 'upload')
    .option(
      '--keep-ids',
      'pack nothing, and exit with 1, where an id of the last pack is gone or has another type',
    )
  addJudgeOptions(addReadOptions(addRunOptions(command)))
    .option('--baseline <file>', 'hide the findings that this file knows')
    .option('--quiet', 'show errors only')
    .option('--no-color', 'no colours, as with NO_COLOR=1')
    .addHelpText('after', HELP)
    .action(async (paths: string[], options: PackOptions) => {
      const { packCommand } = await import('../commands/pack.ts')
      onExit(await packCommand(paths, options))
    })
}

const HELP = `
Findings are shown first. Where one is an error nothing is written, nor where the run broke off: lineagraph record and
the SDK leave word of that beside its files. Else resources.jsonl and lineage.jsonl hold each
resource and each edge once, in the order of declaration, without unset fields.

Ids must stay from run to run: what an upload does not send again goes stale in Secoda, and a changed id is a new
resource. Beside the two files, lineagraph.ids.ndjson keeps the ids that were packed, an id a line; the next pack
into the same folder shows those that are gone or have another type, and where one was most likely renamed, its new
id. Keep that file with the code. It is not uploaded.

What is piped into pack - cannot say whether its program came to its end: a run that broke off between two lines looks
like a whole one, and is packed, whatever the program's exit code. With set -o pipefail the shell says it, when the files
are written. Record it, as in the last example: that refuses.

Exit codes:
  0   the files are written
  1   an error in the run, a run that broke off, or with --keep-ids an id that did not stay; all is as it was
  2   wrong usage or configuration, or a file that cannot be written
  3   a path that is not there or cannot be read
  4   nothing to pack: no declaration was found
  70  a fault of lineagraph itself

Examples:
  $ lineagraph pack out/
  $ lineagraph pack out/ -o upload/ --keep-ids
  $ lineagraph record -- python my_integration.py && lineagraph pack out/`
