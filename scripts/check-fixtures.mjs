// Our own checker on our own fixtures: clean runs exit with 0, broken ones as the expected.json beside them says.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path/posix'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../', import.meta.url))
const clean = [...readdirSync(`${root}/fixtures/clean`).map((name) => `clean/${name}`), 'cluvio/run']
const broken = readdirSync(`${root}/fixtures/broken`, { recursive: true })
  .filter((path) => path.endsWith('expected.json'))
  .map((path) => dirname(`broken/${path}`))
  .sort()

const expectedExit = (folder) =>
  JSON.parse(readFileSync(`${root}/fixtures/${folder}/expected.json`, 'utf8')).exit
const cases = [
  ...clean.map((folder) => [folder, 0]),
  ...broken.map((folder) => [folder, expectedExit(folder)]),
]

const failed = cases.filter(([folder, exit]) => {
  const args = ['packages/cli/bin/lineagraph.js', 'check', `fixtures/${folder}`, '-f', 'concise']
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
  if (status !== exit) console.log(`fixtures/${folder} exits with ${status}, not ${exit}\n${stdout}${stderr}`)
  return status !== exit
})
console.log(`fixtures: ${cases.length} checked, ${failed.length} with another exit than expected`)
process.exitCode = failed.length > 0 || broken.length === 0 ? 1 : 0
