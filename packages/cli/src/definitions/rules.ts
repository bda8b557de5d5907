import type { Command } from 'commander'
import type { RulesOptions } from '../commands/rules.ts'
import type { OnExit } from './options.ts'

export function defineRules(program: Command, onExit: OnExit): void {
  program
    .command('rules')
    .description('List all rules, with their severities by preset.')
    .option('-f, --format <format>', 'text, a line a rule; or json, with the options of each', 'text')
    .action(async (options: RulesOptions) => {
      const { rulesCommand } = await import('../commands/rules.ts')
      onExit(await rulesCommand(options))
    })
}
