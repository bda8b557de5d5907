// Our own checker on our own fixtures: clean runs give no error and no warning, broken ones what the expected.json beside them says.
import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, relative } from 'node:path/posix'
import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual } from 'node:util'

const root = fileURLToPath(new URL('../', import.meta.url))
const clean = [...readdirSync(`${root}/fixtures/clean`).map((name) => `clean/${name}`), 'cluvio/run']
const broken = readdirSync(`${root}/fixtures/broken`, { recursive: true })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('expected.json'))
  .map((path) => dirname(`broken/${path}`))
  .sort()

const expectedOf = (folder) => JSON.parse(readFileSync(`${root}/fixtures/${folder}/expected.json`, 'utf8'))
const cases = [
  ...clean.map((folder) => [folder, { exit: 0, findings: [] }, ({ severity }) => severity !== 'info']),
  ['secoda-samples', expectedOf('secoda-samples'), ({ severity }) => severity !== 'info'],
  ...broken.map((folder) => [folder, expectedOf(folder), () => true]),
]

/** What the command finds, in the words of an expected.json. */
async function check(folder, preset = 'recommended') {
  const workspace = existsSync(`${root}/${folder}/workspace`) ? ['--workspace', `${folder}/workspace`] : []
  const args = [
    'packages/cli/bin/lineagraph.js',
    'check',
    folder,
    '-f',
    'json',
    '--preset',
    preset,
    ...workspace,
  ]
  const { exit, stdout, stderr } = await run(args)
  if (stderr !== '') console.log(stderr)
  const findings = stdout === '' ? [] : JSON.parse(stdout).findings
  return { exit, findings: findings.map((finding) => comparable(finding, folder)) }
}

/** How a program of Node ends, and what it writes. */
const run = (args) =>
  new Promise((resolve) => {
    const options = { cwd: root, encoding: 'utf8', maxBuffer: Infinity }
    const child = execFile(process.execPath, args, options, (_, stdout, stderr) =>
      resolve({ exit: child.exitCode, stdout, stderr }),
    )
  })

/** A finding by what does not change with its wording: see fixtures/README.md. */
function comparable({ rule, severity, subject, locations, data }, folder) {
  const inFolder = (file) => relative(folder, file)
  return {
    rule,
    severity,
    subject: subject.kind === 'file' ? { ...subject, file: inFolder(subject.file) } : subject,
    file: inFolder(locations[0].file),
    line: locations[0].line,
    ...(data.count > 1 && { count: data.count }),
  }
}

const linesOf = ({ exit, findings }) => [`exit ${exit}`, ...findings.map((each) => JSON.stringify(each))]

/** Checks a case. @returns whether all is as expected; what is not is printed. */
async function isAsExpected([folder, { preset, ...expected }, counts]) {
  const { exit, findings } = await check(`fixtures/${folder}`, preset)
  const found = { exit, findings: findings.filter(counts) }
  if (isDeepStrictEqual(found, expected)) return true
  console.log(
    [
      `fixtures/${folder} is not as expected`,
      ...linesOf(expected).map((line) => `  expected ${line}`),
      ...linesOf(found).map((line) => `  found    ${line}`),
    ].join('\n'),
  )
  return false
}

let failed = 0
const left = cases.values()
// Each takes the next case as soon as it has done with one.
const checkers = Array.from({ length: availableParallelism() }, async () => {
  for (const each of left) if (!(await isAsExpected(each))) failed += 1
})
await Promise.all(checkers)
console.log(`fixtures: ${cases.length} checked, ${failed} not as expected`)
process.exitCode = failed > 0 || broken.length === 0 ? 1 : 0
