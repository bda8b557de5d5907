import type { Command } from 'commander'
import type { CheckOptions } from '../commands/check-options.ts'
import type { RunOptions } from '../input/run-paths.ts'
import { addCheckOptions, addRunOptions, type OnExit } from './options.ts'
import { EXIT_CODES } from './exit-codes.ts'

export function defineCheck(program: Command, onExit: OnExit): void {
  const command = program
    .command('check')
    .description('Check a run, and print what is wrong with it and how to mend it.')
    .argument('[paths...]', 'a folder, files, or - for standard input; the current folder if none is given')
  addCheckOptions(addRunOptions(command))
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
Findings go to standard output, everything else to standard error. The folder is not searched in depth:
a run is its *.jsonl files. A file is written whole or not at all.

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
  $ lineagraph check out/ -f github -f markdown:"$GITHUB_STEP_SUMMARY"
  $ lineagraph check out/ --watch
  $ lineagraph check out/ --rule lineage/no-self=off --max-warnings 0`
