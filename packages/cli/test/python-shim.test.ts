import { spawnSync } from 'node:child_process'
import { cpSync, readdirSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, onTestFinished, test } from 'vitest'
import { lineagraph, type Outcome } from './run-command.ts'
import { folderWith } from './temporary-folder.ts'

/** Before 3.8 the shim stands aside; a shim of pyenv may be there without a Python behind it. */
const hasPython = spawnSync('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 8))']).status === 0
if (!hasPython) process.stderr.write('skipped: the shim for Python needs python3, 3.8 or later\n')

const inTest = (name: string): string => fileURLToPath(new URL(name, import.meta.url))
const PRINTED = "printed Shop ['email', 'password', 'token'] False\n"

/** A folder with an integration, and stand-ins for the packages that it imports. */
function integration(files: Readonly<Record<string, string>> = {}): string {
  const folder = folderWith(files)
  cpSync(inTest('python'), folder, { recursive: true, filter: (path) => !path.includes('__pycache__') })
  cpSync(inTest('secodadk.py'), join(folder, 'secodadk.py'))
  return folder
}

/** An API that has something to say everywhere, until the test ends. */
async function api(): Promise<string> {
  const server = createServer((_, response) => response.end('{}'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const record = (
  cwd: string,
  API: string,
  words: readonly string[],
  options: readonly string[] = [],
  env: Record<string, string> = {},
): Promise<Outcome> =>
  lineagraph(['record', '--preset', 'minimal', ...options, '--', ...words], {
    cwd,
    env: { PYTHONDONTWRITEBYTECODE: '1', NO_PROXY: '*', no_proxy: '*', API, ...env },
  })

const told = (origin: string, keys: string): string =>
  [
    'lineagraph: endpoints called, for Secoda’s upload form:',
    `  ${origin}`,
    `lineagraph: credentials read, for its input fields: ${keys}`,
    'lineagraph: calls around self.http_*, which do not work in production:',
    `  integration.py:23  requests to ${origin.slice(7)}`,
    `  integration.py:25  httpx to ${origin}`,
    `  integration.py:26  httpx to ${origin}`, // on a connection that is open already
    `  integration.py:28  urllib.request to ${origin}`,
    `  integration.py:30  http.client to ${origin.slice(7)}`,
    '',
  ].join('\n')

describe.skipIf(!hasPython)('lineagraph record -- python3 integration.py', () => {
  test('tells hosts, credentials by name, and calls around self.http_* by line; and nothing of values', async () => {
    const origin = await api()
    const cwd = integration({ 'temporary/.keep': '' })
    const [TMPDIR, words] = [join(cwd, 'temporary'), ['python3', 'integration.py']]
    const { code, stdout, stderr } = await record(cwd, origin, words, [], { TMPDIR })
    expect([code, stderr]).toEqual([0, told(origin, 'email, password, not_there, token')])
    expect(stdout).toBe(`${PRINTED}no findings in 1 resource, 0 edges\n`)
    expect(readdirSync(TMPDIR)).toEqual(['.keep']) // the shim is gone
  })

  test.each([
    ['a credential that is not there', 'fail', 1],
    ['a host that refuses', 'refused', 1],
    ['an end without goodbye', 'exit', 7],
  ])('changes neither prints nor trace nor exit code of %s', async (_, word, code) => {
    const origin = await api()
    const cwd = integration()
    const words = ['python3', 'integration.py', word]
    const [seen, unseen] = [await record(cwd, origin, words), await record(cwd, origin, words, ['--no-shim'])]
    expect([seen.code, unseen.code]).toEqual([code, code])
    expect(seen.stdout).toBe(unseen.stdout)
    expect(seen.stderr.slice(0, unseen.stderr.length)).toBe(unseen.stderr)
    expect(unseen.stderr).not.toContain('lineagraph: endpoints')
    const rest = seen.stderr.slice(unseen.stderr.length)
    expect(rest).toContain(`  ${origin}\n`)
    for (const value of ['ann@example', 'hunter22', 't0ken']) expect(rest).not.toContain(value)
  })

  test('hands on to the sitecustomize that is there, whose errors stay its own', async () => {
    const origin = await api()
    const cwd = integration({
      'mine/sitecustomize.py': 'import sys\nMINE = 1\nprint("mine", file=sys.stderr)\n',
      'broken/sitecustomize.py': 'raise ValueError("broken")\n',
    })
    const mine = { PYTHONPATH: join(cwd, 'mine') }
    const { stdout, stderr } = await record(cwd, origin, ['python3', 'integration.py'], [], mine)
    expect(stdout).toContain("'token'] True\n")
    expect(stderr).toBe(`mine\n${told(origin, 'email, password, not_there, token')}`)

    const broken = { PYTHONPATH: join(cwd, 'broken') }
    const seen = await record(cwd, origin, ['python3', 'integration.py'], [], broken)
    const unseen = await record(cwd, origin, ['python3', 'integration.py'], ['--no-shim'], broken)
    expect(unseen.stderr).toContain('broken')
    expect(seen.stderr).toBe(unseen.stderr + told(origin, 'email, password, not_there, token'))
  })

  test.each([
    ['-m', ['python3', '-m', 'integration']],
    ['a shell that starts it', ['sh', '-c', 'python3 -c "import json" && python3 integration.py']],
    [
      'another Python that starts it',
      ['python3', '-c', 'import subprocess; subprocess.run(["python3", "integration.py"])'],
    ],
  ])('sees an integration that is run by %s', async (_, words) => {
    const origin = await api()
    const { code, stderr } = await record(integration(), origin, words)
    expect([code, stderr]).toEqual([0, told(origin, 'email, password, not_there, token')])
  })

  test('sees an integration in a virtual environment', { timeout: 120_000 }, async (context) => {
    const cwd = integration()
    const made = spawnSync('python3', ['-m', 'venv', '--without-pip', 'venv'], { cwd })
    context.skip(made.status !== 0, 'this python3 makes no virtual environment')
    const origin = await api()
    const python = join('venv', process.platform === 'win32' ? 'Scripts' : 'bin', 'python')
    const { code, stderr } = await record(cwd, origin, [python, 'integration.py'])
    expect([code, stderr]).toEqual([0, told(origin, 'email, password, not_there, token')])
  })

  test('says nothing of a Python that is no integration, or that takes no PYTHONPATH', async () => {
    const origin = await api()
    const cwd = integration({
      'plain.py': `import urllib.request, os
urllib.request.urlopen(os.environ["API"])
print('{"entity_type": "dashboard", "databuilder_id": "d"}')`,
    })
    for (const words of [
      ['python3', 'plain.py'],
      ['python3', '-E', 'integration.py'],
    ])
      expect(await record(cwd, origin, words)).toMatchObject({ code: 0, stderr: '' })
  })
})
