import type { Command } from 'commander'
import type { CheckOptions } from '../commands/check-options.ts'
import type { RunOptions } from '../input/run-paths.ts'
import { addCheckOptions, addRunOptions, addWorkspaceOption, type OnExit } from './options.ts'
import { EXIT_CODES } from './exit-codes.ts'

export function defineCheck(program: Command, onExit: OnExit): void {
  const command = program
    .command('check')
    .description('Check a run, and print what is wrong with it and how to mend it.')
    .argument('[paths...]', 'a folder, files, or - for standard input; the current folder if none is given')
  addCheckOptions(addWorkspaceOption(addRunOptions(command)))
    .addHelpText('after', HELP)
    .action(async (paths: string[], options: CheckOptions & RunOptions) => {
      const { checkCommand } = await import('../commands/check.ts')
      onExit(await checkCommand(paths, options))
    })
}

const HELP = `
Findings go to standard output, everything else to standard error. A file is written whole or not at all.

Paths: of a folder, the *.jsonl and *.jsonl.gz files are read, and each *.csv and *.csv.gz file that has the
header of Secoda's upload CSV; not the folders in it. A file that is named itself is read whatever it is
called: as the upload CSV if its name ends in .csv or .csv.gz, else as one declaration a line. gzip and
UTF-16 are known by their first bytes, in standard input too. In standard input other prints may stand between
the declarations, and on the line before one that has every field that the SDK prints and ends the line.

Catalogs: lineage may mean tables that the workspace has already. --workspace takes, told by what is in it:
  another integration's run, a folder or its files
  JSONL or CSV of cluster, database, schema, table (all but the table may be missing) and columns, a list
  in CSV, columns are names with , or ; between them in one cell, or one row each with a field named column
  dbt's manifest.json or catalog.json, or the folder target/ that holds them
  a CSV of information_schema.tables or information_schema.columns
  Secoda's upload CSV

Presets:
  minimal      errors are what Secoda would lose or show wrong; circles in lineage are warnings
  recommended  circles in lineage are errors too; what is likely a slip, such as a repeat, is a warning
  strict       unusual parents and empty files are errors too

Rules: each finding names its rule, such as lineage/no-self. That is the id for --rule.

${EXIT_CODES}

Examples:
  $ lineagraph check out/
  $ lineagraph check out/ -f concise | grep dangling
  $ lineagraph check out/ -f pretty -f json:report.json --stats
  $ lineagraph check out/ --workspace warehouse.csv --workspace target/manifest.json
  $ lineagraph check out/ --rule lineage/no-self=off --max-warnings 0`
