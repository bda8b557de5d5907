import type { Command } from 'commander'
import type { OnExit } from './options.ts'

export function defineInit(program: Command, onExit: OnExit): void {
  program
    .command('init')
    .description('Write a lineagraph.config.json to begin with.')
    .argument('[folder]', 'where it goes: the folder of the runs, or one above it', '.')
    .addHelpText('after', HELP)
    .action(async (folder: string) => {
      const { initCommand } = await import('../commands/init.ts')
      onExit(await initCommand(folder))
    })
}

const HELP = `
A config file that is there already stays as it is. lineagraph check --help says what may stand in it; editors that
know JSON Schema read that from its "$schema".`
