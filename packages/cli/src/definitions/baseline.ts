import type { Command } from 'commander'
import type { BaselineOptions } from '../commands/baseline.ts'
import {
  addConfigOptions,
  addEachOption,
  addJudgeOptions,
  addRunOptions,
  addReadOptions,
  type OnExit,
} from './options.ts'

export function defineBaseline(program: Command, onExit: OnExit): void {
  const baseline = program
    .command('baseline')
    .description('Keep the findings of today as known, so that a check fails on new ones alone.')
    .addHelpText('after', HELP)
  const withRun = (name: string, description: string): Command =>
    addFileOption(
      addJudgeOptions(
        addReadOptions(
          addEachOption(
            addRunOptions(
              baseline.command(name).description(description).argument('[paths...]', 'as for check'),
            ),
          ),
        ),
      ),
    )
  withRun('create', 'Write a baseline of everything that a check finds now.').action(
    async (paths: string[], options: BaselineOptions) => {
      const { createBaseline } = await import('../commands/baseline.ts')
      onExit(await createBaseline(paths, options))
    },
  )
  withRun('prune', 'Take out of a baseline what no longer occurs.').action(
    async (paths: string[], options: BaselineOptions) => {
      const { pruneBaseline } = await import('../commands/baseline.ts')
      onExit(await pruneBaseline(paths, options))
    },
  )
  addFileOption(addConfigOptions(baseline.command('show').description('List what a baseline knows.'))).action(
    async (options: BaselineOptions) => {
      const { showBaseline } = await import('../commands/baseline.ts')
      onExit(await showBaseline(options))
    },
  )
}

const addFileOption = (command: Command): Command =>
  command.option(
    '--baseline <file>',
    'its file; else the one that the config file names, else lineagraph.baseline.json',
  )

const HELP = `
A finding is known by its rule and by what is wrong, never by its line: moved lines stay hidden, and another mistake
of the same rule is new. Each entry hides one finding. What is known counts in no exit code; an entry that no longer
occurs is an error of baseline/stale-entry, until it is pruned. An entry of a rule that is off is let be.
With --each, entries name their folder too, from the folder of the baseline.

Exit codes:
  0   done
  2   wrong usage or configuration, or a file that cannot be written
  3   a path that is not there or cannot be read
  4   nothing was checked: no declaration was found; the baseline is as it was
  70  a fault of lineagraph itself

Examples:
  $ lineagraph baseline create out/
  $ lineagraph check out/ --baseline lineagraph.baseline.json
  $ lineagraph baseline prune out/`
