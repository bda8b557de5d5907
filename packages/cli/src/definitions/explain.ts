import type { Command } from 'commander'
import type { ExplainOptions } from '../commands/explain.ts'
import type { OnExit } from './options.ts'

export function defineExplain(program: Command, onExit: OnExit): void {
  program
    .command('explain')
    .description('Explain a rule: what it finds and why, a bad and a good example, how to mend it.')
    .argument('[rule]', 'the id of a rule, as findings give it; a list of all rules if none is given')
    .option('-f, --format <format>', 'text, markdown or json', 'text')
    .option('--no-color', 'no colours, as with NO_COLOR=1')
    .addHelpText('after', HELP)
    .action(async (rule: string | undefined, options: ExplainOptions) => {
      const { explainCommand } = await import('../commands/explain.ts')
      onExit(await explainCommand(rule, options))
    })
}

const HELP = `
Exit codes:
  0   the rule is explained
  2   wrong usage: there is no such rule
  70  a fault of lineagraph itself

Examples:
  $ lineagraph explain lineage/dangling-internal
  $ lineagraph explain hierarchy/no-cycle -f markdown
  $ lineagraph explain`
