import type { Command } from 'commander'
import type { OnExit } from './options.ts'

export function defineNew(program: Command, onExit: OnExit): void {
  program
    .command('new')
    .description('Start an integration in TypeScript: a project that runs, with its test.')
    .argument('<name>', 'of the project, and of its folder below the current one')
    .addHelpText('after', HELP)
    .action(async (name: string) => {
      const { newCommand } = await import('../commands/new.ts')
      onExit(await newCommand(name))
    })
}

const HELP = `
The project has an integration on @lineagraph/sdk with a sample in the place of an API, its test, a config file, and
the scripts dev, start, test, check and pack. All files are written, or none; nothing is written over.

npm install takes lineagraph's packages from the registry that has this lineagraph. A lineagraph of a checkout, or one
that npm installed from a file, gives the project those packages in vendor/: packed out of the checkout, or the files
beside its own. Then npm takes them from there. Where npm install answers E404 for lineagraph's packages, no registry
has this lineagraph, and it cannot tell where it came from: run npx ./lineagraph-VERSION.tgz new NAME beside the
three tarballs that pnpm pack makes in its checkout.

Exit codes:
  0   the project is made
  2   the name cannot be one, something of that name is there already, lineagraph's packages are not where they
      should be, or the system refuses
  70  a fault of lineagraph itself

Examples:
  $ lineagraph new my-integration
  $ cd my-integration && npm install && npm test`
