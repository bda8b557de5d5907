import { Command, CommanderError } from 'commander'
import { TOOL } from '@lineagraph/core'
import { defineBaseline } from './definitions/baseline.ts'
import { defineCatalog } from './definitions/catalog.ts'
import { defineCheck } from './definitions/check.ts'
import { EXIT_CODES } from './definitions/exit-codes.ts'
import { defineDiff } from './definitions/diff.ts'
import { defineExplain } from './definitions/explain.ts'
import { defineExport } from './definitions/export.ts'
import { defineInit } from './definitions/init.ts'
import { defineNew } from './definitions/new.ts'
import { definePack } from './definitions/pack.ts'
import { defineQuery } from './definitions/query.ts'
import { defineRecord } from './definitions/record.ts'
import { defineReport } from './definitions/report.ts'
import { defineRules } from './definitions/rules.ts'
import { defineView } from './definitions/view.ts'
import { EXIT } from './input/exit-code.ts'
import { explainError } from './input/explain-error.ts'
import { writeOut } from './input/write-out.ts'

// From Node 22.1 on: what was compiled once is kept, and commands, which load below, are compiled no more.
const nodeModule: object & { enableCompileCache?: () => unknown } = process.getBuiltinModule('node:module')
nodeModule.enableCompileCache?.()

const help: string[] = []

const program = new Command('lineagraph')
  .description('Check, see and export the lineage that a Secoda Marketplace integration declares.')
  .version(TOOL.version, '-V, --version', 'print the version')
  .helpOption('-h, --help', 'print this help')
  .helpCommand('help [command]', 'print the help of a command')
  .showHelpAfterError('(lineagraph --help shows the commands)')
  .configureHelp({ sortOptions: false })
  .configureOutput({ writeOut: (text) => void help.push(text) })
  .exitOverride()
  .addHelpText(
    'after',
    `
A run is what one integration declares: a folder with resources.jsonl and lineage.jsonl, or what the
integration prints.

Examples:
  $ lineagraph check out/                               check the run in a folder
  $ python my_integration.py | lineagraph check -       check what an integration prints
  $ lineagraph record -- python my_integration.py       run an integration, keep its run in out/, and check it
  $ lineagraph view out/                                show it in the browser, live
  $ lineagraph diff main:out out/                       what a change of the integration changed
  $ lineagraph query downstream orders out/             what hangs on a thing, and other questions
  $ lineagraph report out/ -o report.html               keep it as one HTML file
  $ lineagraph export out/ -f json -o graph.json        write the checked graph
  $ lineagraph pack out/                                check, and write the files for Secoda’s File Upload
  $ lineagraph explain lineage/dangling-internal        what a rule finds, why, and how to mend it
  $ lineagraph new my-integration                       start an integration in TypeScript

${EXIT_CODES}`,
  )

const DEFINITIONS = {
  check: defineCheck,
  record: defineRecord,
  view: defineView,
  report: defineReport,
  diff: defineDiff,
  query: defineQuery,
  export: defineExport,
  pack: definePack,
  baseline: defineBaseline,
  catalog: defineCatalog,
  rules: defineRules,
  explain: defineExplain,
  init: defineInit,
  new: defineNew,
}

let exitCode: number = EXIT.ok
for (const define of wanted(process.argv[2]))
  define(program, (code) => {
    exitCode = code
  })

/** The command that is called alone, where the first word names it: a small run is checked in no time, and options take theirs. */
function wanted(first = '') {
  const named = Object.entries(DEFINITIONS).find(([name]) => name === first)
  return named ? [named[1]] : Object.values(DEFINITIONS)
}

// Who writes hears of the error by itself; without a listener, a reader that goes away would end the process with a trace.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})

try {
  process.exitCode = await run()
} catch (error) {
  const { text, exitCode } = explainError(error)
  process.stderr.write(text)
  process.exitCode = exitCode
}

async function run(): Promise<number> {
  try {
    await program.parseAsync()
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode !== 0) return EXIT.usage // commander has said what is wrong
    await writeOut(help)
  }
  return exitCode
}
