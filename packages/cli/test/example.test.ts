import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { besideCluvio, CLUVIO, SECRETS, startCluvio } from './cluvio.ts'
import { lineagraph, run, type Outcome } from './run-command.ts'
import { folderWith } from './temporary-folder.ts'

const TYPESCRIPT = [process.execPath, join(CLUVIO, 'dist/start.js')]
const PYTHON = ['python3', join(CLUVIO, 'cluvio.py')]
const hasPython = spawnSync('python3', ['--version']).status === 0
/** With a proxy that nobody is behind: what runs on this machine is not called through it. With secodadk itself where there is one. */
const env = {
  http_proxy: 'http://127.0.0.1:9',
  https_proxy: 'http://127.0.0.1:9',
  no_proxy: '',
  PYTHONDONTWRITEBYTECODE: '1',
  ...(spawnSync('python3', ['-c', 'import secodadk']).status !== 0 && {
    PYTHONPATH: join(CLUVIO, 'stand_in'),
  }),
}

const runBesideCluvio = (options: readonly string[], command: readonly string[]): Promise<Outcome> => {
  const [program, ...words] = besideCluvio(options, command)
  return run(program!, words, { env })
}

/** Records a command beside the stand-in. @returns what it gave, and the lines of the files that it left. */
async function record(options: readonly string[], command: readonly string[]) {
  const out = join(folderWith({}), 'out')
  const outcome = await lineagraph(
    ['record', '--out', out, '-f', 'concise', '--', ...besideCluvio(options, command)],
    { env },
  )
  const files = existsSync(out)
    ? readdirSync(out)
        .filter((name) => name !== 'incomplete.txt')
        .sort()
    : []
  const isMarked = existsSync(join(out, 'incomplete.txt'))
  const kept = Object.fromEntries(files.map((name) => [name, readFileSync(join(out, name), 'utf8')]))
  return { ...outcome, said: outcome.stdout + outcome.stderr, kept, isMarked }
}

describe('fixtures/cluvio', () => {
  test('the integration in TypeScript declares the run that is committed', async () => {
    const { code, kept, stderr } = await record([], TYPESCRIPT)
    expect([code, Object.keys(kept)]).toEqual([0, ['lineage.jsonl', 'resources.jsonl']])
    for (const [name, text] of Object.entries(kept))
      expect(text.split('\n')).toEqual(readFileSync(join(CLUVIO, 'run', name), 'utf8').split('\n'))
    expect(stderr).toMatch(/answers 429: trying again/) // the stand-in is busy now and then
    expect(stderr).not.toMatch(SECRETS)
  })

  test.skipIf(!hasPython)(
    'its twin in Python prints the same lines (skipped where python3 is not there)',
    async () => {
      const [ours, theirs] = [await runBesideCluvio([], TYPESCRIPT), await runBesideCluvio([], PYTHON)]
      expect([ours.code, theirs.code, theirs.stderr]).toEqual([0, 0, ''])
      expect(theirs.stdout.split('\n')).toEqual(ours.stdout.split('\n'))
      expect(ours.stdout.split('\n').length).toBeGreaterThan(100)
    },
  )

  test('its config file knows the catalog: nothing is left to the workspace', async () => {
    const { code, stdout } = await lineagraph(['check', join(CLUVIO, 'run'), '-f', 'concise'])
    expect(code).toBe(0)
    expect(stdout).not.toContain('lineage/unresolved-external')
    expect(stdout).toContain('lineage/restates-parent') // as the guide's own example does
  })
})

describe('what goes wrong ends in a clear message, keeps what was declared, and leaks no credential:', () => {
  const HERE = String.raw`https?:\/\/127\.0\.0\.1:\d+`
  /** From the thirtieth request on, and without 429, so that all before it is declared. */
  const late = (trouble: string) => ['--busy', '0', '--trouble', trouble, '--after', '30']

  test('a wrong password', async () => {
    const wrong = ['env', 'PASSWORD=wrong-horse', ...TYPESCRIPT]
    const { code, said, kept } = await record([], wrong)
    expect(said).toContain('Error: Cluvio does not let this user in: look at the email and the password\n')
    expect([code, kept]).toEqual([1, {}])
    expect(said).not.toMatch(SECRETS)
    expect(said).not.toContain('wrong-horse')
  })

  test('no password', async () => {
    const { code, said } = await record([], ['env', 'PASSWORD=', ...TYPESCRIPT])
    expect(said).toContain("no value for the credential 'PASSWORD'; set it in the environment")
    expect(code).toBe(1)
    expect(said).not.toMatch(SECRETS)
  })

  test.each([
    ['a server that dies half way', 'dies', `${HERE}.* broke off before its answer was whole; run it again`],
    ['a redirect', 'moves', `answers 302 to ${HERE}/v2/, which is not followed; give followRedirects: true`],
    [
      'a host outside the list of endpoints',
      'elsewhere',
      "https://files.cluvio.example is not in the list of endpoints; .* add the line 'https://files.cluvio.example',",
    ],
  ])('%s', async (_title, trouble, message) => {
    const { code, said, kept, isMarked } = await record(late(trouble), TYPESCRIPT)
    expect(said).toMatch(new RegExp(message))
    expect(said).toContain('the run is incomplete; what was declared until then is kept')
    expect([code, isMarked]).toEqual([1, true])
    isBeginningOfRun(kept)
    expect(said + Object.values(kept)).not.toMatch(SECRETS)
  })

  test('a time-out', async () => {
    const impatient = `import { API, Cluvio } from '${pathToFileURL(join(CLUVIO, 'dist/cluvio.js')).href}'
const { EMAIL: email, PASSWORD: password } = process.env
await new Cluvio({ credentials: { email, password }, endpoints: [API], timeout: 1000 }).start()`
    const script = join(folderWith({ 'impatient.mjs': impatient }), 'impatient.mjs')
    const { code, said, kept } = await record(late('hangs'), [process.execPath, script])
    expect(said).toMatch(/HttpError: GET http:\S+: 127\.0\.0\.1:\d+ sent nothing for 1 s; see whether/)
    expect(code).toBe(1)
    isBeginningOfRun(kept)
    expect(said).not.toMatch(SECRETS)
  })

  test('a self-signed certificate', async () => {
    const [certificate, key] = ['certificate', 'key'].map((name) =>
      join(CLUVIO, `../../packages/sdk/test/self-signed-${name}.pem`),
    )
    const secure = ['--certificate', certificate!, '--key', key!]
    const { code, said, kept } = await record(secure, TYPESCRIPT)
    expect(said).toMatch(
      new RegExp(`the certificate of 127.0.0.1:\\d+ is self-signed; if it is the right server`),
    )
    expect([code, kept]).toEqual([1, {}])
    expect(said).not.toMatch(SECRETS)
  })
})

/** The first lines of the run that is committed, and not all of them. */
function isBeginningOfRun(kept: Readonly<Record<string, string>>): void {
  expect(Object.keys(kept)).toEqual(['lineage.jsonl', 'resources.jsonl'])
  for (const [name, text] of Object.entries(kept)) {
    const whole = readFileSync(join(CLUVIO, 'run', name), 'utf8')
    expect(text.split('\n').length).toBeGreaterThan(10)
    expect(text.length).toBeLessThan(whole.length)
    expect(whole.startsWith(text)).toBe(true)
  }
}

describe('the stand-in of Cluvio’s API', () => {
  const signIn = (origin: string, password: string) =>
    fetch(`${origin}/users/sign_in`, {
      method: 'POST',
      body: JSON.stringify({ user: { email: 'ann@example.com', password } }),
    })

  test('lets in who knows the password, and nobody without a token', async () => {
    const origin = await startCluvio()
    expect((await signIn(origin, 'wrong')).status).toBe(401)
    expect((await fetch(`${origin}/dashboards`)).status).toBe(401)
    const { token } = (await (await signIn(origin, 'correct-horse')).json()) as { token: string }
    const answer = await fetch(`${origin}/dashboards/`, { headers: { token } })
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({ links: { next: `${origin}/dashboards?page=2` } })
    expect((await fetch(`${origin}/dashboards/1/reports`, { headers: { token } })).status).toBe(404)
    expect((await fetch(`${origin}/dashboards?page=x`, { headers: { token } })).status).toBe(400)
  })

  test('is busy now and then, and says for how long', async () => {
    const origin = await startCluvio(['--busy', '3', '--retry-after', '7'])
    const statuses: number[] = []
    for (let count = 1; count <= 6; count += 1) {
      const answer = await fetch(`${origin}/dashboards`)
      statuses.push(answer.status)
      expect(answer.headers.get('retry-after')).toBe(count % 3 === 0 ? '7' : null)
    }
    expect(statuses).toEqual([401, 401, 429, 401, 401, 429])
  })

  test.each([
    [['--port', 'x'], "--port is a whole number, not 'x'"],
    [['--trouble', 'toString'], "there is no trouble 'toString'"],
    [['--key', 'key.pem'], '--certificate and --key go together'],
  ])('says what is wrong with the options %j', async (options, message) => {
    const { code, stderr } = await runBesideCluvio(options, [])
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)])
  })
})
