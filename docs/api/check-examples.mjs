// Says which functions of the libraries have no example in their doc comments, and which examples do not compile.
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { exampleFile } from './example-file.mjs'
import { examplesOf } from './examples-of.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '../..')
const { config } = ts.readConfigFile(join(here, 'tsconfig.json'), ts.sys.readFile)
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, here)
const entries = new Map(
  Object.entries(config.compilerOptions.paths).map(([module, [path]]) => [module, join(here, path)]),
)

const { missing, examples, exported } = examplesOf(ts.createProgram([...entries.values()], options), entries)

// Each example is a file of its own beside this one, in memory.
const files = new Map(
  examples.map((example, i) => [
    join(here, `example-${i}.ts`),
    { ...example, text: exampleFile(example, exported) },
  ]),
)
const host = ts.createCompilerHost(options)
const { fileExists, readFile } = host
host.fileExists = (path) => files.has(path) || fileExists(path)
host.readFile = (path) => files.get(path)?.text ?? readFile(path)
const loose = { ...options, noUnusedLocals: false, noUnusedParameters: false }
const program = ts.createProgram([...files.keys()], loose, host)
const faults = [...files].flatMap(([path, { name, file }]) =>
  ts
    .getPreEmitDiagnostics(program, program.getSourceFile(path))
    .map(
      ({ messageText }) =>
        `${file}: the example of ${name}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    ),
)

for (const { name, file } of missing) console.log(`${relative(root, file)}: ${name} has no @example`)
for (const fault of faults) console.log(relative(root, fault))
console.log(`${examples.length} examples, ${missing.length} missing, ${faults.length} faults`)
process.exitCode = missing.length + faults.length > 0 ? 1 : 0
