import { spawnSync } from 'node:child_process'
import { cpSync, readdirSync, writeFileSync } from 'node:fs'
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

/** What is told of the integration: its code reads `gone` when it is asked to fail, and sorts all names on its line 22. */
const told = (origin: string): string =>
  [
    'lineagraph: endpoints called, for Secoda’s upload form:',
    `  ${origin}`,
    'lineagraph: credentials read, for its input fields: email, gone, not_there, password, token',
    'lineagraph: credentials passed on whole, so all that were given count as read:',
    '  integration.py:22',
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
    expect([code, stderr]).toEqual([0, told(origin)])
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
    expect(stderr).toBe(`mine\n${told(origin)}`)

    const broken = { PYTHONPATH: join(cwd, 'broken') }
    const seen = await record(cwd, origin, ['python3', 'integration.py'], [], broken)
    const unseen = await record(cwd, origin, ['python3', 'integration.py'], ['--no-shim'], broken)
    expect(unseen.stderr).toContain('broken')
    expect(seen.stderr).toBe(unseen.stderr + told(origin))
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
    expect([code, stderr]).toEqual([0, told(origin)])
  })

  test('sees an integration in a virtual environment', { timeout: 120_000 }, async (context) => {
    const cwd = integration()
    const made = spawnSync('python3', ['-m', 'venv', '--without-pip', 'venv'], { cwd })
    context.skip(made.status !== 0, 'this python3 makes no virtual environment')
    const origin = await api()
    const python = join('venv', process.platform === 'win32' ? 'Scripts' : 'bin', 'python')
    const { code, stderr } = await record(cwd, origin, [python, 'integration.py'])
    expect([code, stderr]).toEqual([0, told(origin)])

    const ask = ['-c', 'import sysconfig; print(sysconfig.get_paths()["purelib"])']
    const packages = spawnSync(join(cwd, python), ask, { encoding: 'utf8' }).stdout.trim()
    writeFileSync(join(packages, 'sitecustomize.py'), 'import sys\nprint("of the venv", file=sys.stderr)\n')
    const own = await record(cwd, origin, [python, 'integration.py'])
    expect([own.code, own.stderr]).toEqual([0, `of the venv\n${told(origin)}`])
  })

  test('says nothing of a Python that is no integration', async () => {
    const origin = await api()
    const cwd = integration({
      'plain.py': `import urllib.request, os
urllib.request.urlopen(os.environ["API"])
print('{"entity_type": "dashboard", "databuilder_id": "d"}')`,
    })
    expect(await record(cwd, origin, ['python3', 'plain.py'])).toMatchObject({ code: 0, stderr: '' })
  })

  test.each([['-I'], ['-E'], ['-S']])(
    'says of a Python with %s that nothing could be seen',
    async (option) => {
      const cwd = integration({
        'alone.py': `import sys
sys.path.insert(0, ${JSON.stringify(inTest('.'))})
from secodadk import SecodaIntegration
class Shop(SecodaIntegration):
  def extract(self): print('{"entity_type": "dashboard", "databuilder_id": "d"}')
Shop({}).start()`,
      })
      const { code, stderr } = await record(cwd, await api(), ['python3', option, 'alone.py'])
      expect([code, stderr]).toEqual([
        0,
        'lineagraph: what the integration calls and which credentials it reads could not be seen: this Python does not load what record puts on its path\n' +
          '  help: leave out its options -I, -E and -S, and take Python 3.8 or later; --no-shim leaves this out\n',
      ])
      expect(await record(cwd, await api(), ['python3', option, 'alone.py'], ['--no-shim'])).toMatchObject({
        stderr: '',
      })
    },
  )

  test('leaves the credentials as they are, whatever is done with them', async () => {
    const origin = await api()
    const cwd = integration({
      'whole.py': `import copy, json, pickle, secodadk
class Shop(secodadk.SecodaIntegration):
  def __init__(self, credentials):
    super().__init__(credentials)
    self.early = self.credentials["early"]
  def extract(self):
    c = self.credentials
    print(type(c) is dict, c is GIVEN, vars(self), type(self).__mro__[1:], {**c}, dict(c), c | {"b": 1})
    print(list(c), list(c.items()), "late" in c, c.setdefault("late", 2), c.copy(), copy.copy(c), json.dumps(c), pickle.dumps(c))
    c["set"] = 1
    print(c["set"], c[input()])
GIVEN = {"early": "hunter22", "token": "t0ken-value"}
Shop(GIVEN).start()`,
    })
    const words = ['sh', '-c', 'echo early | python3 whole.py']
    const [seen, unseen] = [await record(cwd, origin, words), await record(cwd, origin, words, ['--no-shim'])]
    expect(seen.stdout).toBe(unseen.stdout)
    expect(seen.stdout).toMatch(/^True True /)
    expect([seen.code, unseen.stderr]).toEqual([unseen.code, expect.not.stringContaining('credentials')])
    expect(seen.stderr).toBe(
      [
        'lineagraph: credentials read, for its input fields: early, late, token',
        'lineagraph: credentials passed on whole, so all that were given count as read:',
        '  whole.py:8',
        '  whole.py:9',
        'lineagraph: credentials read by a name that is computed: input fields may be missing above:',
        '  whole.py:11',
        'lineagraph: the integration itself passed on, so that input fields may be missing above:',
        '  whole.py:8',
        'lineagraph: set by the code itself, an input field only where it is read before: set (whole.py:10)',
        unseen.stderr,
      ].join('\n'),
    )
  })

  test('says of an integration that is in no file that its source could not be read, and where it calls out', async () => {
    const origin = await api()
    const script = `import os, urllib.request
from secodadk import SecodaIntegration
class Shop(SecodaIntegration):
  def extract(self):
    self.credentials["email"]
    urllib.request.urlopen(os.environ["API"])
    print('{"entity_type": "dashboard", "databuilder_id": "d"}')
Shop({"email": "ann@example.com"}).start()`
    for (const [words, file] of [
      [['python3', '-c', script], '<string>'],
      [['sh', '-c', `python3 - <<'END'\n${script}\nEND`], '<stdin>'],
    ] as const) {
      const { code, stderr } = await record(integration(), origin, words)
      expect([code, stderr]).toEqual([
        0,
        'lineagraph: the source of Shop could not be read: which credentials it reads is not known\n' +
          'lineagraph: calls around self.http_*, which do not work in production:\n' +
          `  ${file}:6  urllib.request to ${origin}\n`,
      ])
    }
  })

  test('tells calls in threads and tasks, where they come from none of the author’s lines by where those were started', async () => {
    const origin = await api()
    const cwd = integration({
      'threads.py': `import _thread, asyncio, os, secodadk, threading, time, urllib.request
from concurrent.futures import ThreadPoolExecutor
API = os.environ["API"]
def own(path): return urllib.request.urlopen(API + path).read()
class Shop(secodadk.SecodaIntegration):
  def extract(self):
    pool = ThreadPoolExecutor(1)
    list(pool.map(self.http_get, [API + "/ok"]))
    list(pool.map(own, ["/own"]))
    list(pool.map(urllib.request.urlopen, [API + "/pool"]))
    thread = threading.Thread(target=urllib.request.urlopen, args=[API + "/thread"])
    thread.start()
    thread.join()
    done = []
    _thread.start_new_thread(lambda *args: done.append(1), ())
    _thread.start_new_thread(urllib.request.urlopen, (API + "/raw",))
    while not done: time.sleep(0.01)
    time.sleep(0.5)
    asyncio.run(self.main())
    print('{"entity_type": "dashboard", "databuilder_id": "d"}')
  async def main(self):
    await asyncio.get_running_loop().run_in_executor(None, own, "/executor")
    host, port = API[7:].split(":")
    (await asyncio.open_connection(host, port))[1].close()
    await asyncio.create_task(asyncio.open_connection(host, port))
Shop({}).start()`,
    })
    const { code, stderr } = await record(cwd, origin, ['python3', 'threads.py'])
    const lines = stderr.split('\n')
    expect([code, lines.slice(0, 3), [...lines.slice(3)].sort()]).toEqual([
      0,
      [
        'lineagraph: endpoints called, for Secoda’s upload form:',
        `  ${origin}`,
        'lineagraph: calls around self.http_*, which do not work in production:',
      ],
      [
        '',
        `  place not known  urllib.request to ${origin}, from a thread`,
        `  threads.py:12  urllib.request to ${origin}, in a thread started here`,
        `  threads.py:19  asyncio to ${origin.slice(7)}, in a task that runs here`,
        `  threads.py:24  asyncio to ${origin.slice(7)}`,
        `  threads.py:4  urllib.request to ${origin}`,
        `  threads.py:8  urllib.request to ${origin}, in a thread started here`,
      ],
    ])
  })

  test('tells commands that call out by name and line, and none of their words', async () => {
    const cwd = integration({
      'commands.py': `import asyncio, os, subprocess, secodadk
class Shop(secodadk.SecodaIntegration):
  def extract(self):
    quiet = dict(stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    subprocess.run(["./curl", "-H", "Authorization: hunter22", "http://a.example"], **quiet)
    subprocess.run("TOKEN=t0ken-value ./curl http://a.example/?t0ken-value | cat; echo 'x; wget y'", shell=True, **quiet)
    os.system("true && ./wget -q http://b.example/")
    subprocess.run(["env", "A=1", "./wget", "x"], **quiet)
    subprocess.run(["sh", "-c", "if ./curl x; then true; fi"], **quiet)
    subprocess.run(["echo", "curl"], **quiet)
    subprocess.run(["echo", "a;curl b"], **quiet)
    subprocess.run("echo curl '", shell=True, **quiet)
    asyncio.run(self.later())
    print('{"entity_type": "dashboard", "databuilder_id": "d"}')
  async def later(self):
    await (await asyncio.create_subprocess_exec("./curl", "hunter22")).wait()
Shop({}).start()`,
    })
    for (const name of ['curl', 'wget'])
      writeFileSync(join(cwd, name), '#!/bin/sh\nexit 3\n', { mode: 0o755 })
    const { code, stderr } = await record(cwd, await api(), ['python3', 'commands.py'])
    expect([code, stderr]).toEqual([
      0,
      `lineagraph: calls around self.http_*, which do not work in production:
  commands.py:5  the command curl
  commands.py:6  the command curl
  commands.py:7  the command wget
  commands.py:8  the command wget
  commands.py:9  the command curl
  commands.py:16  the command curl
`,
    ])
  })
})
