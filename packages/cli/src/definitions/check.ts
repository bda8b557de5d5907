import type { Command } from 'commander'
import type { CheckOptions } from '../commands/check-options.ts'
import type { RunOptions } from '../input/run-paths.ts'
import { addCheckOptions, addEachOption, addRunOptions, addReadOptions, type OnExit } from './options.ts'
import { EXIT_CODES } from './exit-codes.ts'

export function defineCheck(program: Command, onExit: OnExit): void {
  const command = program
    .command('check')
    .description('Check a run, and print what is wrong with it and how to mend it.')
    .argument('[paths...]', 'a folder, files, or - for standard input; the current folder if none is given')
  addCheckOptions(addReadOptions(addEachOption(addRunOptions(command))))
    .option('--watch', 'check again whenever a file of the run changes, until q or Ctrl-C')
    .addHelpText('after', HELP)
    .action(
      async (paths: string[], { watch, ...options }: CheckOptions & RunOptions & { watch?: boolean }) => {
        if (watch) {
          const { watchCommand } = await import('../commands/watch.ts')
          onExit(await watchCommand(paths, options))
        } else {
          const { checkCommand } = await import('../commands/check.ts')
          onExit(await checkCommand(paths, options))
        }
      },
    )
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

Formats:
  pretty    for people: each finding with the line that it points to
  concise   one line a finding: file:line:column severity rule message
  json      one document; its JSON Schema is @lineagraph/core/schema/report.json
  ndjson    one JSON object a line: the findings, and last the summary ("type": "summary")
  sarif     SARIF 2.1.0, for code scanning and editors
  junit     JUnit XML: an error is a test that fails, a warning or note one that is skipped
  github    annotations in GitHub Actions: ten of each level, and how many more there are
  gitlab    a Code Quality report for GitLab
  markdown  a comment for a pull request, or a step summary; never too long for either
  html      a page of its own that shows the run and all findings, as lineagraph report writes it; of one run

Presets:
  minimal      errors are what Secoda would lose or show wrong; circles in lineage are warnings
  recommended  circles in lineage are errors too; what is likely a slip, such as a repeat, is a warning
  strict       unusual parents and empty files are errors too

Rules: each finding names its rule, such as lineage/no-self. That is the id for --rule and --only. lineagraph rules
lists them, lineagraph explain says more of one.

Config file: lineagraph.config.json, in the folder of the run (of a file, its folder; of -, the current one) or the
nearest above it, up to the root of the repository. Its paths are meant from its own folder. Options win over it,
--workspace adds to it. A finding is in the files of an override by its first place; the last override that names
its rule counts.
  {
    "preset": "strict",
    "rules": { "lineage/no-self": "off", "graph/fan-out": ["warning", { "max": 100 }] },
    "workspace": ["warehouse.csv"],
    "baseline": "lineagraph.baseline.json",
    "overrides": [{ "files": ["staging/**"], "rules": { "resource/missing-title": "off" } }]
  }

Many runs: --each 'runs/*' takes each folder that matches as a run of its own, with the config file found from
there. Findings name their files and, in json, their run. Folders in node_modules, and such with a dot at the head
of their names, have to be named.

${EXIT_CODES}

Examples:
  $ lineagraph check out/
  $ lineagraph check out/ -f concise | grep dangling
  $ lineagraph check out/ -f pretty -f json:report.json --stats
  $ lineagraph check out/ -f github -f markdown:"$GITHUB_STEP_SUMMARY"
  $ lineagraph check out/ -f pretty -f html:report.html
  $ lineagraph check out/ --watch
  $ lineagraph check out/ --workspace warehouse.csv --workspace target/manifest.json
  $ lineagraph check --each 'runs/*' -f junit:report.xml
  $ lineagraph check out/ --rule lineage/no-self=off --max-warnings 0`
