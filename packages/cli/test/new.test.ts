import { cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { TOOL } from '@lineagraph/core'
import { lineagraph, run } from './run-command.ts'
import { folderWith } from './temporary-folder.ts'

const CLI = fileURLToPath(new URL('../', import.meta.url))

/** Makes the project `demo` with a lineagraph that npm installed, by its own word out of `resolved`. */
async function newWhenInstalledFrom(resolved: string, files: Readonly<Record<string, string>>) {
  const packages = { 'node_modules/lineagraph': { version: TOOL.version, resolved } }
  const cwd = folderWith({ ...files, 'tool/node_modules/.package-lock.json': JSON.stringify({ packages }) })
  const installed = join(cwd, 'tool/node_modules/lineagraph')
  for (const name of ['package.json', 'bin', 'dist'])
    cpSync(join(CLI, name), join(installed, name), { recursive: true })
  const outcome = await run(process.execPath, [join(installed, 'bin/lineagraph.js'), 'new', 'demo'], { cwd })
  return { ...outcome, cwd }
}

test('lineagraph new NAME makes a project, and says what to type next', async () => {
  const cwd = folderWith({})
  const { code, stdout, stderr } = await lineagraph(['new', 'demo'], { cwd })
  expect([code, stderr]).toEqual([0, ''])
  expect(stdout).toMatch(/^made the project 'demo':\n {2}demo\/src\/integration\.ts\n/)
  expect(stdout).toContain('\nnow:\n  cd demo\n  npm install\n  npm test\n')
  for (const [path] of stdout.matchAll(/^ {2}demo\/\S+/gm)) readFileSync(join(cwd, path.trim()))
  expect(readdirSync(cwd)).toEqual(['demo'])
  expect(stdout).toContain('\nThis lineagraph came from no registry: vendor/ has its packages')
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(cwd, 'demo/package.json'), 'utf8'))
  const carried = Object.values<string>({ ...dependencies, ...devDependencies }).filter((from) =>
    from.startsWith('file:'),
  )
  expect(carried.sort()).toEqual(
    ['lineagraph', 'lineagraph-core', 'lineagraph-sdk']
      .map((name) => `file:vendor/${name}-${TOOL.version}.tgz`)
      .sort(),
  )
  for (const from of carried)
    expect(readFileSync(join(cwd, 'demo', from.slice('file:'.length))).subarray(0, 2)).toEqual(
      Buffer.from([0x1f, 0x8b]),
    )
  expect((await lineagraph(['check', '--config', 'demo/lineagraph.config.json', 'demo'], { cwd })).code).toBe(
    4,
  )
})

test('lineagraph new NAME takes the packages from where npm took lineagraph itself', async () => {
  const fromNpm = await newWhenInstalledFrom(
    `https://registry.npmjs.org/lineagraph/-/lineagraph-${TOOL.version}.tgz`,
    {},
  )
  expect([fromNpm.code, fromNpm.stderr]).toEqual([0, ''])
  expect(fromNpm.stdout).not.toContain('vendor')
  expect(readFileSync(join(fromNpm.cwd, 'demo/package.json'), 'utf8')).toContain(
    `"lineagraph": "^${TOOL.version}"`,
  )

  const tarballs = ['lineagraph', 'lineagraph-core', 'lineagraph-sdk'].map(
    (name) => `${name}-${TOOL.version}.tgz`,
  )
  const resolved = `file:../files/${tarballs[0]}`
  const files = Object.fromEntries(tarballs.map((name) => [`files/${name}`, `that is ${name}`]))
  const fromFile = await newWhenInstalledFrom(resolved, files)
  expect([fromFile.code, fromFile.stderr]).toEqual([0, ''])
  for (const name of tarballs)
    expect(readFileSync(join(fromFile.cwd, 'demo/vendor', name), 'utf8')).toBe(`that is ${name}`)

  const { [`files/${tarballs[2]}`]: _, ...fewer } = files
  const lacking = await newWhenInstalledFrom(resolved, fewer)
  expect([lacking.code, lacking.stdout]).toEqual([2, ''])
  expect(lacking.stderr).toContain(
    `'${tarballs[2]}', which the project needs, is not there\n  help: put it there`,
  )
  expect(readdirSync(lacking.cwd).sort()).toEqual(['files', 'tool'])
})

test('lineagraph new NAME writes nothing over', async () => {
  const cwd = folderWith({ 'demo/package.json': 'mine' })
  const { code, stdout, stderr } = await lineagraph(['new', 'demo'], { cwd })
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toBe(
    "lineagraph: the folder 'demo' is there already and is not empty: nothing is written over\n" +
      '  help: choose another name, or go where there is none of it\n',
  )
  expect(readdirSync(join(cwd, 'demo'))).toEqual(['package.json'])
  writeFileSync(join(cwd, 'file'), '')
  expect((await lineagraph(['new', 'file'], { cwd })).code).toBe(2)
})

test.each(['../demo', 'a/b', 'De Mo', '\u001b[2J', 'vitest', '--', ''])(
  'lineagraph new %j is refused, and nothing is made',
  async (name) => {
    const cwd = folderWith({})
    const { code, stdout, stderr } = await lineagraph(['new', '--', name].slice(name === '--' ? 1 : 0), {
      cwd,
    })
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).not.toContain('\u001b')
    expect(readdirSync(cwd)).toEqual([])
  },
)
