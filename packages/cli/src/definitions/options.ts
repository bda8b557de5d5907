import { MOST_THREADS } from '@lineagraph/core/node'
import type { Command } from 'commander'

/** How a command says by which code the program ends: one of `EXIT`, or that of an integration. */
export type OnExit = (exitCode: number) => void

/** Gathers what an option is given each time. */
export const repeatable = (value: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  value,
]

/** The options that say which run is meant. */
export const addRunOptions = (command: Command): Command =>
  command
    .option('--resources <file>', 'name the file of resources, in place of a path')
    .option('--lineage <file>', 'name the file of lineage, in place of a path')

/** The options that say what is read beside the run, and how. */
export const addReadOptions = (command: Command): Command =>
  command
    .option('--workspace <path>', 'a catalog of tables that exist already; may be repeated', repeatable)
    .option(
      '--threads <count>',
      `how many threads read a large run, ${MOST_THREADS} at most; one a processor, up to 4, if not given`,
    )

/** The option for many runs at once. */
export const addEachOption = (command: Command): Command =>
  command.option(
    '--each <pattern>',
    "check many folders, each as a run of its own, with one report: 'runs/*', quoted; may be repeated",
    repeatable,
  )

/** The options about the config file. */
export const addConfigOptions = (command: Command): Command =>
  command
    .option('--config <file>', 'the config file, in place of the lineagraph.config.json that would be found')
    .option('--no-config', 'read no config file')

/** The options that say by which rules a run is judged. */
export const addJudgeOptions = (command: Command): Command =>
  addConfigOptions(command)
    .option('--preset <name>', 'the severities to start from: minimal, recommended (the default) or strict')
    .option(
      '--rule <id=severity>',
      'set one rule to error, warning, info or off; may be repeated',
      repeatable,
    )

/** The options that say how a run is checked, and how its findings are shown: `CheckOptions` of every command that checks. */
export const addCheckOptions = (command: Command): Command =>
  addJudgeOptions(
    command.option(
      '-f, --format <format[:file]>',
      'pretty (the default), or another form of report; repeat it to write several, all but one to files',
      repeatable,
    ),
  )
    .option('--only <id>', 'run this rule alone, be it off otherwise; may be repeated', repeatable)
    .option(
      '--baseline <file>',
      'hide the findings that this file knows; lineagraph baseline create makes it',
    )
    .option('--max-warnings <count>', 'exit with 1 when there are more warnings than this, shown or not')
    .option('--quiet', 'show errors only')
    .option('--stats', 'add figures about the run to pretty and json: ids, ends, circles, the longest path')
    .option('--no-color', 'no colours, as with NO_COLOR=1')
