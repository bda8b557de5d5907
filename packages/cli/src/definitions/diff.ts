import type { Command } from 'commander'
import type { DiffCommandOptions } from '../commands/diff.ts'
import { addJudgeOptions, addReadOptions, repeatable, type OnExit } from './options.ts'

export function defineDiff(program: Command, onExit: OnExit): void {
  const command = program
    .command('diff')
    .description('Say what differs between two runs, and what is downstream of it.')
    .argument('<base>', 'the run before: a folder, a file, - for standard input, or REVISION:PATH of git')
    .argument('<head>', 'the run after, named in the same ways')
    .option(
      '-f, --format <format[:file]>',
      'text (the default), json or markdown; repeat it to write several, all but one to files',
      repeatable,
    )
    .option(
      '--fail-on <what>',
      'exit with 1 where there is something removed, changed, new-findings or impact; a list, may be repeated',
      repeatable,
    )
  addJudgeOptions(addReadOptions(command))
    .option('--only <id>', 'run this rule alone, be it off otherwise; may be repeated', repeatable)
    .option('--no-color', 'no colours, as with NO_COLOR=1')
    .addHelpText('after', HELP)
    .action(async (base: string, head: string, options: DiffCommandOptions) => {
      const { diffCommand } = await import('../commands/diff.ts')
      onExit(await diffCommand(base, head, options))
    })
}

const HELP = `
Both runs are checked in one way: by the options, the catalogs and the config file of HEAD. The order of lines does
not matter. Of several declarations of one id the first counts, as everywhere.

REVISION:PATH, such as main:out or HEAD~1:fixtures/run, is what git has there: from the root of the repository, or
with ./ from the current folder. Nothing is checked out. A file or folder that is really called so comes first.

What is told:
  removed, added   resources, and edges of lineage between what they mean
  changed          resources that say something else, field by field
  moved            resources below another parent
  look renamed     a removed and an added resource that agree in all but the id, with what is inside them; a suggestion,
                   and told once. They count as removed and added
  findings         new and fixed, by what is wrong and not by where
  downstream       what still stands and is fed, over however many steps, by what was removed, changed or moved, or by
                   what is inside it; along lineage as it is declared

--fail-on:
  removed       a resource or an edge is gone
  changed       a resource is changed or moved
  new-findings  there is a finding that BASE has not
  impact        something is downstream of what was removed, changed or moved

Formats:
  text      for people
  json      one document, with exact figures; its JSON Schema is @lineagraph/core/schema/diff.json
  markdown  a comment for a pull request; never too long for one

Exit codes:
  0   the difference is told, and there is nothing of --fail-on
  1   there is something of --fail-on; never without it
  2   wrong usage or configuration, or an output that cannot be written
  3   a path, or a revision, that is not there or cannot be read
  4   nothing to compare: no declaration was found in one of the two
  70  a fault of lineagraph itself

Examples:
  $ lineagraph diff before/ after/
  $ lineagraph diff main:fixtures/run fixtures/run --fail-on removed,new-findings
  $ python my_integration.py | lineagraph diff HEAD:out -
  $ lineagraph diff origin/main:out out/ -f text -f markdown:comment.md -f json:diff.json`
