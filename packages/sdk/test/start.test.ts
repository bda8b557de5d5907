import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkRun } from '@lineagraph/core/node'
import { describe, expect, test } from 'vitest'
import { BUILT, runScript, temporaryFolder } from './run-script.ts'

const shop = (lines: string, start = '.start()') => `class Shop extends SecodaIntegration {
  async extract() {
    this.declareResource({ entity_type: 'dashboard', databuilder_id: 'd.1', title: 'Café' })
    ${lines}
    this.declareLineage({ from_identifier: internalResource('d.1'), to_identifier: internalResource('d.2') })
  }
}
await new Shop({ credentials: { email: 'ann@example.com', password: 'hunter22' } })${start}`

const RESOURCE =
  '{"entity_type": "dashboard", "databuilder_id": "d.1", "parent_databuilder_id": null, "title": "Caf\\u00e9", ' +
  '"description": null, "definition": null, "external_updated_at": null, "native_type": null, "owners": null, ' +
  '"sort_order": null, "type": null, "is_pk": false, "hidden": false, "schema": null, "database": null, ' +
  '"group": null, "product": null}\n'
const LINEAGE =
  '{"from_identifier": {"type": "internal_resource", "databuilder_id": "d.1"}, ' +
  '"to_identifier": {"type": "internal_resource", "databuilder_id": "d.2"}}\n'

test('start() prints the declarations in their order, and nothing else, on standard output', async () => {
  expect(await runScript(shop(''))).toEqual({ code: 0, stdout: RESOURCE + LINEAGE, stderr: '' })
})

test('the built package prints, writes, and names the line of a mistake, as its sources do', async () => {
  const folder = temporaryFolder()
  const [printed, written, refused] = await Promise.all([
    runScript(shop(''), { from: BUILT }),
    runScript(shop('', ".start({ out: 'out' })"), { from: BUILT, folder }),
    runScript(shop("this.declareResource({ entity_type: 'chart' })"), { from: BUILT }),
  ])
  expect(printed).toEqual({ code: 0, stdout: RESOURCE + LINEAGE, stderr: '' })
  expect(written).toEqual({ code: 0, stdout: '', stderr: '' })
  expect(inOut(folder)).toEqual({ 'lineage.jsonl': LINEAGE, 'resources.jsonl': expect.stringMatching(KEPT) })
  expect([refused.code, refused.stdout]).toEqual([1, RESOURCE])
  expect(refused.stderr).toContain('DeclarationError: shop.mjs:5:10: ')
})

test('start() sends what the author logs to standard error, without the credentials, and gives the console back', async () => {
  const outcome = await runScript(
    `${shop("console.log('as %s', this.credentials.email, this.credentials, this, `${this}`); console.error('hunter22'); console.table([1])")}
console.log('after')`,
  )
  expect(outcome).toMatchObject({ code: 0, stdout: `${RESOURCE + LINEAGE}after\n` })
  expect(outcome.stderr).toContain(
    "as *** { email: '***', password: '***' } Shop { credentials: email, password } Shop { credentials: email, password }\n***\n",
  )
  expect(outcome.stderr).not.toMatch(/hunter22|ann@example/)
})

test('two integrations can run side by side, and each hides what the other logs', async () => {
  const { stdout, stderr } = await runScript(`class One extends SecodaIntegration {
  async extract() {
    await new Promise((resolve) => setTimeout(resolve, this.credentials.wait))
    console.log('first-secret', 'other-secret')
  }
}
await Promise.all([
  new One({ credentials: { key: 'first-secret', wait: 0 } }).start(),
  new One({ credentials: { key: 'other-secret', wait: 50 } }).start(),
])
console.log('after')`)
  expect([stdout, stderr]).toEqual(['after\n', '*** ***\n*** ***\n'])
})

test('start({ out }) writes the two files for File Upload, with unset fields left out', async () => {
  const folder = temporaryFolder()
  const outcome = await runScript(shop("console.log('hello')", ".start({ out: 'a/out' })"), { folder })
  expect(outcome).toEqual({ code: 0, stdout: '', stderr: 'hello\n' })
  const out = join(folder, 'a/out')
  expect(readdirSync(out)).toEqual(['lineage.jsonl', 'resources.jsonl'])
  expect(readFileSync(join(out, 'resources.jsonl'), 'utf8')).toBe(
    '{"entity_type": "dashboard", "databuilder_id": "d.1", "title": "Caf\\u00e9"}\n',
  )
  expect(readFileSync(join(out, 'lineage.jsonl'), 'utf8')).toBe(LINEAGE)
  expect((await checkRun(out)).summary).toMatchObject({ resources: 1, lineage: 1 })
})

test('LINEAGRAPH_OUT names the folder where start() is not told', async () => {
  const folder = temporaryFolder()
  const outcome = await runScript(shop(''), { folder, env: { LINEAGRAPH_OUT: 'out' } })
  expect(outcome).toEqual({ code: 0, stdout: '', stderr: '' })
  expect(readdirSync(join(folder, 'out'))).toEqual(['lineage.jsonl', 'resources.jsonl'])
})

test('a folder that cannot be written into ends the run before anything is called', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'out'), '')
  const outcome = await runScript(shop("console.error('called')", ".start({ out: 'out' })"), { folder })
  expect(outcome).toMatchObject({ code: 1, stdout: '' })
  expect(outcome.stderr).toContain(
    "'out' cannot be written into (EEXIST); name a folder that you may write into",
  )
  expect(outcome.stderr).not.toContain('called')
})

test('where extract throws, what was declared is printed, that it is not all is said, and the error has no credential', async () => {
  const { code, stdout, stderr } = await runScript(
    shop("throw new Error('401 for hunter22', { cause: this.credentials })"),
  )
  expect([code, stdout]).toEqual([1, RESOURCE])
  expect(stderr).toContain(
    'lineagraph: the run broke off: what was declared until then is kept, but it is not all\n',
  )
  expect(stderr).toMatch(/Error: 401 for \*\*\*\n {4}at Shop\.extract \(.*shop\.mjs:5:11\)/)
  expect(stderr).not.toMatch(/hunter22|ann@example/)
})

const OLDER = '{"of":"an older run"}\n'
const KEPT = /^\{"entity_type": "dashboard".*\}\n$/

/** A folder with a whole run in `out`. */
function afterWholeRun(): string {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'out'))
  for (const name of ['resources', 'lineage']) writeFileSync(join(folder, `out/${name}.jsonl`), OLDER)
  return folder
}

const inOut = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(join(folder, 'out'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((path) => [path.slice(join(folder, 'out/').length), readFileSync(path, 'utf8')])
      .sort(),
  )
const MARKED = { 'incomplete.txt': expect.stringContaining('broke off'), 'lineage.jsonl': '' }

/** What leaves a run half way, and with which code the program ends then. */
type Leaving = readonly [how: string, lines: string, code: number | null, said: string]
const LEAVES: readonly Leaving[] = [
  ['an error', "throw new Error('no')", 1, 'the run broke off: what'],
  ['process.exit()', 'process.exit(3)', 3, 'the run broke off: the process ended with exit code 3: what'],
  ['process.exit(0)', 'process.exit(0)', 1, 'the process ended with exit code 0, which becomes 1: what'],
  ['a promise that never settles', 'await new Promise(() => {})', 13, 'a promise in it never settles: what'],
  [
    'an error that nobody awaits',
    "setTimeout(() => { throw new Error('late') }); await new Promise(() => {})",
    1,
    'the process ended with exit code 1: what',
  ],
]
const SIGNALS: readonly Leaving[] = [
  ...(['SIGINT', 'SIGTERM', 'SIGHUP'] as const).map(
    (signal) =>
      [
        signal,
        `process.kill(process.pid, '${signal}'); await new Promise((resolve) => setTimeout(resolve, 10_000))`,
        null,
        `it was ended by ${signal}: what`,
      ] as const,
  ),
]

test.each(LEAVES)(
  'a run that is left half way, by %s, prints what was declared',
  async (_how, lines, code, said) => {
    const outcome = await runScript(shop(lines))
    expect(outcome).toMatchObject({ code, stdout: RESOURCE })
    expect(outcome.stderr).toContain(`${said} was declared until then is kept, but it is not all\n`)
  },
)

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'])(
  '%s ends a run that prints at once, be it as busy as it likes',
  async (signal) => {
    const busy = `await new Promise((resolve) => setTimeout(resolve, 50))
    process.kill(process.pid, '${signal}')
    for (const start = Date.now(); Date.now() < start + 5000; );
    console.log('not ended')`
    expect(await runScript(shop(busy))).toEqual({ code: null, stdout: RESOURCE, stderr: '' })
  },
)

describe.each([...LEAVES, ...SIGNALS])('a run that is left half way, by %s,', (_how, lines, code, said) => {
  test('keeps what was declared in the folder, marked, and none of it is half', async () => {
    const folder = temporaryFolder()
    const outcome = await runScript(shop(lines), { folder, env: { LINEAGRAPH_OUT: 'out' } })
    expect(outcome.code).toBe(code)
    expect(outcome.stderr).toContain(`${said} was declared until then is kept in 'out', but it is not all\n`)
    expect(inOut(folder)).toEqual({ ...MARKED, 'resources.jsonl': expect.stringMatching(KEPT) })
  })

  test('leaves a whole run where it is', async () => {
    const folder = afterWholeRun()
    const outcome = await runScript(shop(lines, ".start({ out: 'out' })"), { folder })
    expect(outcome.code).toBe(code)
    expect(outcome.stderr).toContain("is kept in 'out/incomplete', but it is not all\n")
    expect(inOut(folder)).toEqual({
      ...Object.fromEntries(Object.entries(MARKED).map(([name, text]) => [`incomplete/${name}`, text])),
      'incomplete/resources.jsonl': expect.stringMatching(KEPT),
      'lineage.jsonl': OLDER,
      'resources.jsonl': OLDER,
    })
  })
})

test.each([
  ['start().catch()', '.start().catch((error) => console.log(error.message))'],
  ['try and catch', '.start().then(() => {}, () => {})'],
])('a run that breaks off is no success where %s catches its error', async (_how, start) => {
  const outcome = await runScript(shop("throw new Error('no')", start))
  expect([outcome.code, outcome.stdout.startsWith(RESOURCE)]).toEqual([1, true])
})

test('two runs at once into one folder are refused, since one of them would be lost', async () => {
  const folder = temporaryFolder()
  const { code, stderr } = await runScript(
    `class Shop extends SecodaIntegration {
  async extract() {
    this.declareResource({ entity_type: 'schema', databuilder_id: this.credentials.name })
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
const [first, second] = ['first', 'second'].map((name) => new Shop({ credentials: { name } }))
const outcomes = await Promise.allSettled([first.start({ out: 'out' }), second.start({ out: './out/' })])
console.error(outcomes.map(({ status, reason }) => reason?.message ?? status).join(' | '))
await second.start({ out: 'out' })`,
    { folder },
  )
  expect([code, stderr]).toEqual([
    1,
    expect.stringContaining("fulfilled | another run of this process is writing into './out/'"),
  ])
  expect(inOut(folder)['resources.jsonl']).toBe('{"entity_type": "schema", "databuilder_id": "second"}\n')
})

test('a whole run takes the place of an older one, and of what broke off since', async () => {
  const folder = afterWholeRun()
  const start = ".start({ out: 'out' })"
  await runScript(shop('process.exit(3)', start), { folder })
  expect((await runScript(shop('', start), { folder })).code).toBe(0)
  expect(inOut(folder)).toEqual({ 'lineage.jsonl': LINEAGE, 'resources.jsonl': expect.stringMatching(KEPT) })
  expect(readdirSync(join(folder, 'out'))).toEqual(['lineage.jsonl', 'resources.jsonl'])
})

test.each(['throw new Error("no")', 'process.exit(3)', "process.kill(process.pid, 'SIGTERM')"])(
  'a run that is left by %s before it declared anything says so, and touches nothing',
  async (line) => {
    const folder = afterWholeRun()
    const script = `class Shop extends SecodaIntegration {
  async extract() {
    ${line}
    await new Promise((resolve) => setTimeout(resolve, 10_000))
  }
}
await new Shop({ credentials: {} }).start()`
    const { code, stderr } = await runScript(script, { folder, env: { LINEAGRAPH_OUT: 'out' } })
    expect(code).not.toBe(0)
    expect(stderr).toMatch(/^lineagraph: the run broke off.* before anything was declared$/m)
    expect(stderr).not.toContain('kept')
    expect(inOut(folder)).toEqual({ 'lineage.jsonl': OLDER, 'resources.jsonl': OLDER })
  },
)

test('a run that prints and breaks off before it declared anything keeps nothing, and says so', async () => {
  const { stderr } = await runScript(`class Shop extends SecodaIntegration {
  extract() {
    throw new Error('no')
  }
}
await new Shop({ credentials: {} }).start()`)
  expect(stderr).toMatch(/^lineagraph: the run broke off before anything was declared$/m)
})

test('a promise that never settles is no success where nobody awaits start() either', async () => {
  const outcome = await runScript(
    shop('await new Promise(() => {})', '.start().then(() => {})').replace('await new Shop', 'new Shop'),
  )
  expect([outcome.code, outcome.stdout]).toEqual([1, RESOURCE])
  expect(outcome.stderr).toContain('a promise in it never settles')
})

test('a program that listens to a signal itself decides what becomes of the run', async () => {
  const folder = temporaryFolder()
  const lines = `process.once('SIGTERM', () => console.log('not yet'))
    process.kill(process.pid, 'SIGTERM')
    await new Promise((resolve) => setTimeout(resolve, 100))`
  const outcome = await runScript(shop(lines, ".start({ out: 'out' })"), { folder })
  expect(outcome).toEqual({ code: 0, stdout: '', stderr: 'not yet\n' })
  expect(Object.keys(inOut(folder))).toEqual(['lineage.jsonl', 'resources.jsonl'])
})

test('after a run, the process listens to nothing any more that could keep it or its signals', async () => {
  const { stdout } = await runScript(
    `const count = () => ['SIGINT', 'SIGTERM', 'SIGHUP', 'beforeExit', 'exit'].map((name) => process.listenerCount(name)).join()
const before = count()
${shop('')}
console.log(before === count())`,
    { env: { LINEAGRAPH_OUT: 'out' } },
  )
  expect(stdout).toBe('true\n')
})

test('a declaration that is refused names the line of the author', async () => {
  const wrong = "this.declareResource({ entity_type: 'chart', databuilder_id: 'c', parent_id: 'd.1' })"
  const { code, stdout, stderr } = await runScript(shop(wrong))
  expect([code, stdout]).toEqual([1, RESOURCE])
  expect(stderr).toContain("DeclarationError: shop.mjs:5:10: a resource has no field 'parent_id'")
  expect(stderr).toContain("did you mean 'parent_databuilder_id'?")
})

test('with source maps on, it names the line of the source', async () => {
  const folder = temporaryFolder()
  // One mapping a line: line n of shop.mjs is line n + 100 of shop.ts.
  const map = { version: 3, sources: ['shop.ts'], names: [], mappings: `AAoGA;${'AACA;'.repeat(20)}` }
  writeFileSync(join(folder, 'shop.mjs.map'), JSON.stringify(map))
  const wrong = "this.declareResource({ entity_type: 'chart', databuilder_id: 5 })"
  const script = `${shop(wrong)}\n//# sourceMappingURL=shop.mjs.map`
  const { stderr } = await runScript(script, { folder, flags: ['--enable-source-maps'] })
  expect(stderr).toMatch(/DeclarationError: shop\.ts:105:\d+: 'databuilder_id' of a resource is the number 5/)
})

test('credentials that are missing are named before anything is called', async () => {
  const script = `class Shop extends SecodaIntegration { extract() { console.error('called') } }
await new Shop({ credentials: fromEnv({ email: 'SHOP_EMAIL', password: 'SHOP_PASSWORD' }) }).start()`
  const { code, stderr } = await runScript(script, { env: { SHOP_EMAIL: 'ann' } })
  expect(code).toBe(1)
  expect(stderr).toContain("no value for the credential 'SHOP_PASSWORD'")
  expect(stderr).not.toContain('called')
})

test('what is declared is there for the reader while the next answer is awaited', async () => {
  const seen: string[] = []
  const outcome = await runScript(
    shop("await new Promise((resolve) => process.stdin.once('data', resolve)); process.stdin.unref()"),
    {
      drive: ({ stdin, stdout }) => {
        stdout.setEncoding('utf8').on('data', (text: string) => {
          seen.push(text)
          stdin.end('go on')
        })
      },
    },
  )
  expect([outcome.code, ...seen]).toEqual([0, RESOURCE, LINEAGE])
})

const many = (count: number) =>
  shop(`for (let index = 0; index < ${count}; index += 1)
      this.declareResource({ entity_type: 'table', databuilder_id: 'warehouse.public.t' + index, description: 'x'.repeat(100) })`)

test('a reader who goes away early, as head does, ends the run quietly', async () => {
  const outcome = await runScript(many(20_000), {
    drive: ({ stdout }) => stdout.once('data', () => stdout.destroy()),
  })
  expect(outcome).toMatchObject({ code: 0, stderr: '' })
})

test('a slow reader slows the run down, and nothing piles up in memory', async () => {
  let bytes = 0
  const outcome = await runScript(`${many(400_000)}\nconsole.error(process.resourceUsage().maxRSS)`, {
    drive: ({ stdout }) => {
      stdout.on('data', (chunk: Buffer) => (bytes += chunk.length))
      stdout.pause()
      setTimeout(() => stdout.resume(), 1500) // by then all would be there, if somebody kept it
    },
  })
  expect(outcome.code).toBe(0)
  expect(bytes / 2 ** 20).toBeGreaterThan(150)
  expect(Number(outcome.stderr) / 2 ** 10).toBeLessThan(200) // in MB: Node and core take 100 of it
}, 60_000)

test('check(), and start() with a collector of one’s own, hide the credentials in what is logged, too', async () => {
  const { stdout, stderr } = await runScript(`class One extends SecodaIntegration {
  extract() {
    console.log(this.credentials.key, this.credentials)
  }
}
const credentials = { key: 'first-secret' }
await new One({ credentials }).check()
await new One({ credentials, collector: new sdk.MemoryCollector() }).start()
console.log('after')`)
  expect([stdout, stderr]).toEqual(['after\n', "*** { key: '***' }\n*** { key: '***' }\n"])
})

const forgetful = (end = '') => `class Late extends SecodaIntegration {
  extract() {
    ;[1, 2].forEach(async (id) => {
      await new Promise((resolve) => setTimeout(resolve, 20))
      this.declareResource({ entity_type: 'database', databuilder_id: String(id) })
    })
  }
}
${end}
await new Late({ credentials: {} }).start()`
const LATE = "lineagraph: what is in 'out' is not all, and is marked so\n"

test.each([
  ['kills the process', ''],
  ['is caught', "process.on('unhandledRejection', () => {})"],
])('a declaration that comes after the files are written and %s marks them as not all', async (_how, end) => {
  const folder = afterWholeRun()
  const { code, stderr } = await runScript(forgetful(end), { folder, env: { LINEAGRAPH_OUT: 'out' } })
  expect([code, stderr.split(LATE).length]).toEqual([1, 2])
  expect(inOut(folder)).toEqual({ ...MARKED, 'resources.jsonl': '' })
})

const ending = (lines: string) =>
  shop('', '.start().catch((error) => console.log(error.message))').replace(
    'async extract',
    `async finalize() {
    await super.finalize()
    ${lines}
  }
  async extract`,
  )
const WHOLE = { 'lineage.jsonl': LINEAGE, 'resources.jsonl': expect.stringMatching(KEPT) }

test('a declaration that finalize() makes after the files are written is refused, and marks them as not all', async () => {
  const folder = temporaryFolder()
  const late = "this.declareResource({ entity_type: 'schema', databuilder_id: 's' })"
  const outcome = await runScript(ending(late), { folder, env: { LINEAGRAPH_OUT: 'out' } })
  expect(outcome).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('after the run has ended'),
    stderr: LATE,
  })
  expect(inOut(folder)).toEqual({ ...WHOLE, ...MARKED, 'lineage.jsonl': LINEAGE })
  expect((await runScript(ending(late))).stdout).toMatch(
    /^\{.*\n\{.*\nthis is declared after the run has ended/,
  )
})

test.each([
  ["throw new Error('no')", 'finalize() failed', 1],
  ['process.exit(3)', 'the process ended with exit code 3', 3],
])(
  'a finalize() that ends with %s after the files are written leaves them as all',
  async (line, said, code) => {
    const folder = temporaryFolder()
    const outcome = await runScript(ending(line), { folder, env: { LINEAGRAPH_OUT: 'out' } })
    expect(outcome).toMatchObject({
      code,
      stderr: `lineagraph: ${said}, but only after all that was declared had been kept\n`,
    })
    expect(inOut(folder)).toEqual(WHOLE)
  },
)

test('a second integration of the process is refused the folder that LINEAGRAPH_OUT names, unless it is given one', async () => {
  const folder = temporaryFolder()
  const script = `class Shop extends SecodaIntegration {
  extract() {
    this.declareResource({ entity_type: 'schema', databuilder_id: this.credentials.name })
  }
}
const [first, second] = ['first', 'second'].map((name) => new Shop({ credentials: { name } }))
await first.start()
await first.start()
await second.start({ out: 'other' })
await second.start()`
  const { code, stderr } = await runScript(script, { folder, env: { LINEAGRAPH_OUT: 'out' } })
  expect([code, stderr]).toEqual([
    1,
    expect.stringContaining(
      "LINEAGRAPH_OUT names 'out', which holds what another integration of this process declares; give each a folder of its own: start({ out })",
    ),
  ])
  expect(inOut(folder)['resources.jsonl']).toBe('{"entity_type": "schema", "databuilder_id": "first"}\n')
  expect(readFileSync(join(folder, 'other/resources.jsonl'), 'utf8')).toContain('second')
  expect((await runScript(script)).stdout.match(/"(first|second)"/g)).toEqual([
    '"first"',
    '"first"',
    '"second"',
  ])
})

test('a declaration that comes after the run has ended fails loudly: a promise in extract() was not awaited', async () => {
  const outcome = await runScript(forgetful())
  expect(outcome).toMatchObject({ code: 1, stdout: '' })
  expect(outcome.stderr).toContain('await every promise in extract()')
})
