import type { Command } from 'commander'
import type { CatalogPullOptions } from '../commands/catalog-pull.ts'
import type { OnExit } from './options.ts'

export function defineCatalog(program: Command, onExit: OnExit): void {
  const catalog = program
    .command('catalog')
    .description('Get the tables that a Secoda workspace has already, for --workspace.')
  catalog
    .command('pull')
    .description('Keep the tables of a workspace, through its API, as a catalog for --workspace.')
    .requiredOption('-o, --output <file>', 'the catalog to write: one JSON object a line')
    .option('--region <name>', 'where the workspace is: us (the default), eu or apac')
    .option('--url <url>', 'the API of a workspace that hosts itself: https://secoda.example.com/api/v1')
    .option('--database <name>', 'the tables of this database alone')
    .option('--schema <name>', 'the tables of this schema alone')
    .option('--integration <id>', 'the tables of this integration alone')
    .option('--title <text>', 'the tables of this title alone')
    .option('--restart', 'begin anew, where a pull was interrupted')
    .addHelpText('after', HELP)
    .action(async (options: CatalogPullOptions) => {
      const { catalogPull } = await import('../commands/catalog-pull.ts')
      onExit(await catalogPull(options))
    })
}

const HELP = `
The key of the workspace comes from the environment variable SECODA_API_KEY. It is never an argument, and never printed.

What a catalog from here knows: of each table its title, as the name, and its database and schema. Secoda does not publish
in full what its API says of a table: columns and the cluster are not in what is published, so they are not in the catalog, and
a column of a table in it is neither confirmed nor denied. What the filters match exactly is Secoda's to say as well. For
columns, give --workspace dbt's catalog.json or a CSV of information_schema instead, or beside it.

The file is written whole or not at all. Until then FILE.part and FILE.part-state stand beside it: an interrupted pull goes on
where it was, when the same command with the same key is given again. A workspace that changes meanwhile may show a table
twice or not at all; --restart begins anew. Where Secoda asks for patience (429, 503), the pull waits and tries again, for as
long as Retry-After says, up to 5 minutes at a time. A server that is silent for 120 seconds is given up. HTTPS_PROXY and
NO_PROXY are respected; NODE_EXTRA_CA_CERTS names certificates of your own.

Exit codes:
  0   the catalog is written
  2   wrong usage, no key, or a file that cannot be written
  3   Secoda cannot be reached, refuses, or answers what is no list of tables
  70  a fault of lineagraph itself

Examples:
  $ SECODA_API_KEY=… lineagraph catalog pull -o workspace.jsonl --region eu
  $ lineagraph catalog pull -o sales.jsonl --url https://secoda.example.com/api/v1 --database sales
  $ lineagraph check out/ --workspace workspace.jsonl`
