import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { TOOL } from '@lineagraph/core'
import { expect, onTestFinished, test, vi } from 'vitest'
import { shell, type Outcome } from './run-command.ts'
import { folderWith } from './temporary-folder.ts'

const PACKAGES = fileURLToPath(new URL('../../', import.meta.url))
const TIMEOUT = 600_000 // it installs 60 packages, on machines that may be busy
/** What a script of pnpm's leaves in the environment is not for a project of somebody else. */
const CLEAN = 'unset ${!npm_@} ${!VITEST@} NODE_ENV; set -e\n'

const isReachable = spawnSync('npm', ['view', 'vitest', 'version'], { timeout: 30_000 }).status === 0
const tarball = (folder: string, name: string): string =>
  join(folder, `${name.replace('@', '').replace('/', '-')}-${TOOL.version}.tgz`)
const run = (script: string, cwd: string): Promise<Outcome> => shell(CLEAN + script, { cwd })

async function passes(script: string, cwd: string): Promise<string> {
  const { code, stdout, stderr } = await run(script, cwd)
  if (code !== 0) throw new Error(`${script}\nexits with ${code}\n${stdout}${stderr}`)
  return stdout
}

/** Packs our packages as they are published, and installs the command in a folder of its own. */
async function published(): Promise<string> {
  const tarballs = folderWith({})
  const ours = ['@lineagraph/core', '@lineagraph/sdk', 'lineagraph']
    .map((name) => `--filter ${name}`)
    .join(' ')
  await passes(`npx -y pnpm@12 ${ours} pack --pack-destination '${tarballs}'`, PACKAGES)
  const tool = folderWith({ 'package.json': '{}' })
  await passes(`npm install --no-audit --no-fund '${tarball(tarballs, 'lineagraph')}'`, tool)
  return join(tool, 'node_modules/.bin/lineagraph')
}

/** Breaks the integration: lineage leads to charts that nothing declares. */
function breakIn(project: string): void {
  const file = join(project, 'src/integration.ts')
  const text = readFileSync(file, 'utf8')
  const broken = text.replace('databuilder_id: chartId,', 'databuilder_id: `${chartId}!`,')
  expect(broken).not.toBe(text)
  writeFileSync(file, broken)
}

/** `npm run dev`, until it has been ended. */
function startDev(cwd: string): { until(mark: RegExp): Promise<RegExpExecArray>; end(): Promise<unknown> } {
  const child = spawn('bash', ['-c', `${CLEAN}exec node --import tsx dev.ts`], { cwd, detached: true })
  let heard = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (heard += text))
  onTestFinished(() => {
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
      process.kill(-child.pid, 'SIGKILL')
  })
  return {
    async until(mark) {
      const found = await vi.waitUntil(() => mark.exec(heard), { timeout: 60_000 })
      heard = ''
      return found
    },
    /** Tells it alone to end: it closes what it writes to when all that it has started has ended too. */
    async end() {
      const ended = once(child, 'close')
      child.kill('SIGTERM')
      await ended
    },
  }
}

test(
  'lineagraph new demo && cd demo && npm i && npm test works from packed tarballs in an empty folder',
  async ({ skip }) => {
    if (!isReachable) skip('the registry of npm is not reachable from here')
    const command = await published()
    const empty = folderWith({})
    const demo = join(empty, 'demo')
    await passes(`'${command}' new demo && cd demo && npm i --no-audit --no-fund && npm test`, empty)

    const printed = (await passes('npm start --silent', demo)).trimEnd().split('\n')
    expect(printed.map((line) => Object.keys(JSON.parse(line) as object)[0])).toEqual([
      'entity_type',
      'from_identifier',
      'entity_type',
      'from_identifier',
      'entity_type',
      'from_identifier',
    ])
    expect(await passes('npm run pack', demo)).toContain('packed 3 resources and 3 lines of lineage')
    expect(readdirSync(join(demo, 'upload')).sort()).toEqual([
      'lineage.jsonl',
      'lineagraph.ids.ndjson',
      'resources.jsonl',
    ])
    await passes('git init -q && git add -A', demo)
    expect((await passes('git ls-files', demo)).split('\n')).toContain('upload/lineagraph.ids.ndjson')
    expect(await passes('git ls-files', demo)).not.toMatch(/\.jsonl|node_modules/)

    const dev = startDev(demo)
    const [, address] = await dev.until(/1 note in 3 resources, 3 edges[^]*lineagraph is at (\S+)\n/)
    const shown = async (name: string): Promise<string> => {
      await (await fetch(`${address}run/index.json`)).text()
      return (await fetch(`${address}run/files/${encodeURIComponent(`out/${name}.jsonl`)}`)).text()
    }
    expect(await (await fetch(`${address}`)).text()).toContain('<title>lineagraph</title>')
    expect(await shown('resources')).toContain('"chart.11"')
    breakIn(demo)
    await dev.until(/'chart\.11' is used in lineage but never declared[^]*lineagraph is at /)
    expect(await shown('resources')).toContain('"chart.11!"')
    await dev.end()
    await expect(fetch(`${address}`)).rejects.toThrow('fetch failed')

    const tested = await run('npm test', demo)
    expect([tested.code, tested.stdout + tested.stderr]).toEqual([
      1,
      expect.stringContaining("'chart.11' is used in lineage but never declared"),
    ])
    const before = readFileSync(join(demo, 'upload/resources.jsonl'), 'utf8')
    expect((await run('npm run pack', demo)).code).toBe(1)
    expect(readFileSync(join(demo, 'upload/resources.jsonl'), 'utf8')).toBe(before)
    expect(existsSync(join(demo, 'dist'))).toBe(false)
  },
  TIMEOUT,
)
