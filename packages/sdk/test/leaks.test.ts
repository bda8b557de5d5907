import { describe, expect, test } from 'vitest'
import { runScript, type Outcome } from './run-script.ts'

const PASSWORD = `h"nter 22/ü'!`
const CREDENTIALS = { user: 'ann@example.com', password: PASSWORD }
/** What of the credentials nobody may see, however it is written. */
const LEAKED = /nter.{0,9}22|ann(@|%40)example/i
const BASIC = Buffer.from(`${CREDENTIALS.user}:${PASSWORD}`).toString('base64')

/** Runs `lines` in extract(), and `after` when that has ended. The credentials come from the environment, as they should. */
const run = (lines: string, after = ''): Promise<Outcome> =>
  runScript(
    `const spellings = ({ user, password }) => [password, encodeURIComponent(password), JSON.stringify({ password }),
  new URLSearchParams({ password }).toString(), Buffer.from(user + ':' + password).toString('base64'), Buffer.from('key:' + password).toString('base64url')]
const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))
class Shop extends SecodaIntegration {
  async extract() {
    const { password } = this.credentials
    const all = spellings(this.credentials).join(' ')
    ${lines}
  }
}
const shop = new Shop({ credentials: JSON.parse(process.env.SHOP) })
${after || 'await shop.start()'}`,
    { env: { SHOP: JSON.stringify(CREDENTIALS) } },
  )

function isHidden({ stdout, stderr }: Outcome): void {
  const all = stdout + stderr
  expect(all).not.toMatch(LEAKED)
  for (let from = 0; from + 8 <= BASIC.length; from += 4)
    expect(all).not.toContain(BASIC.slice(from, from + 8))
  expect(all).toContain('***')
}

describe('no credential is seen in', () => {
  test.each([
    ['an error in a timer', 'setTimeout(() => { throw new Error(all) }); await sleep(1000)'],
    ['a text that is thrown in a timer', 'setTimeout(() => { throw all }); await sleep(1000)'],
    ['an object that is thrown in a timer', 'setTimeout(() => { throw { all } }); await sleep(1000)'],
    ['a promise that nobody awaits', 'void Promise.reject(new Error(all)); await sleep(1000)'],
    ['a promise rejected with a text', 'void Promise.reject(all); await sleep(1000)'],
    [
      'the fields and the cause of an error that nobody awaits',
      'void Promise.reject(Object.assign(new Error("no", { cause: new Error(all) }), { request: { all } })); await sleep(1000)',
    ],
    ['the error of extract()', 'throw new Error(all)'],
  ])('%s, which ends the process with 1', async (_what, lines) => {
    const outcome = await run(lines)
    expect(outcome.code).toBe(1)
    isHidden(outcome)
  })

  test('an error that nobody awaits, which keeps its trace', async () => {
    const { stderr } = await run(
      'void this.fail(all); await sleep(1000)',
      'Shop.prototype.fail = async (all) => { throw new TypeError(all) }\nawait shop.start()',
    )
    expect(stderr).toMatch(/^TypeError: \*\*\*.*\n {4}at .*shop\.mjs:\d+:\d+\)?$/m)
    expect(stderr).toContain(`\nNode.js ${process.version}\n`)
  })

  test.each([
    ['a warning', 'process.emitWarning(all, { detail: all })'],
    ['what is logged', 'console.log(all); console.error("%s", all); console.dir({ all })'],
    [
      'what is written to standard error',
      'process.stderr.write(all); process.stderr.write(Buffer.from(all))',
    ],
    [
      'what is written to standard output',
      'process.stdout.write(all); process.stdout.write(Buffer.from(all).toString("hex"), "hex")',
    ],
  ])('%s', async (_what, lines) => {
    const outcome = await run(lines)
    expect(outcome.code).toBe(0)
    isHidden(outcome)
  })

  test('what a promise logs, writes or throws that ends after the run', async () => {
    const outcome = await run(
      `void sleep(50).then(() => { console.log(all); console.error(all); process.stdout.write(all); process.emitWarning(all); setTimeout(() => { throw new Error(all) }, 20) })`,
      'console.log("before")\nawait shop.start()\nconsole.log("after")',
    )
    expect(outcome.code).toBe(1)
    expect(outcome.stdout).toMatch(/^before\nafter\n\*\*\*/)
    isHidden(outcome)
  })

  test('what a listener of the author’s prints of an error, which then decides what becomes of the process', async () => {
    const outcome = await run(
      'setTimeout(() => { throw new Error(all) }); await sleep(200)',
      "process.on('uncaughtException', (error) => console.error('heard', error))\nawait shop.start()",
    )
    expect(outcome.code).toBe(0)
    expect(outcome.stderr).toContain('heard Error: ***')
    isHidden(outcome)
  })
})

test('what holds no credential is printed as it is', async () => {
  const bytes =
    'process.stderr.write(new Uint8Array([0xff, 0x0a])); process.stdout.write("e9", "latin1"); console.log({ a: 1 })'
  const { code, stdout, stderr } = await run(bytes)
  expect([code, stdout, stderr]).toEqual([0, 'e9', '\ufffd\n{ a: 1 }\n'])
})

test('an error without a credential that nobody awaits is shown as Node shows it', async () => {
  const { code, stderr } = await run('setTimeout(() => { throw new Error("plain") }); await sleep(1000)')
  expect(code).toBe(1)
  expect(stderr).toMatch(/shop\.mjs:\d+\n.*throw new Error\("plain"\).*\n +\^\n\nError: plain\n {4}at /)
})
