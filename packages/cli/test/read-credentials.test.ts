import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

/** The Python behind `python3`, where it knows `match`; empty where there is none. */
const PYTHON = spawnSync(
  'python3',
  ['-c', 'import sys; print(sys.executable if sys.version_info >= (3, 10) else "")'],
  { encoding: 'utf8' },
).stdout?.trim()
if (!PYTHON) process.stderr.write('skipped: the reader of Python needs python3, here 3.10 or later\n')

const inRecord = (name: string): string => fileURLToPath(new URL(`../src/record/${name}`, import.meta.url))
const ASK = `
import json, runpy, sys
Names, find_reads = runpy.run_path(sys.argv[1])["Names"], runpy.run_path(sys.argv[2])["find_reads"]
print(json.dumps(find_reads(Names(list(json.load(sys.stdin).items()), ["Shop", "Base"]))))
`
const PARTS = [inRecord('follow_names.py'), inRecord('read_credentials.py')]

/** What is read by code: keys by name, then what else becomes of the credentials, with its line. */
function readsOf(files: Readonly<Record<string, string>>): string[] {
  const { stdout, stderr } = spawnSync(PYTHON ?? '', ['-I', '-c', ASK, ...PARTS], {
    input: JSON.stringify(files),
    encoding: 'utf8',
  })
  expect(stderr).toBe('')
  const reads = JSON.parse(stdout) as [string, string | null, string, number][]
  const others = reads.filter(([kind]) => kind !== 'key')
  const keys = reads.flatMap(([kind, name]) => (kind === 'key' && name !== null ? [name] : []))
  return [
    ...[...new Set(keys)].sort(),
    ...others.map(([kind, name, , line]) => `${kind}${name === null ? '' : ` ${name}`}:${line}`),
  ]
}

/** Of a method of the integration, whose first line is the third. */
const inMethod = (code: string): string[] =>
  readsOf({
    'run.py': `class Shop(SecodaIntegration):\n  def extract(self):\n${code.replace(/^/gm, '    ')}\n`,
  })

describe.skipIf(!PYTHON)('find_reads(names)', () => {
  test.each([
    ['self.credentials["a"]; self.credentials.get("b", 1)', ['a', 'b']],
    ['self.credentials.pop("a"); self.credentials.setdefault("b", 1)', ['a', 'b']],
    ['"a" in self.credentials; "b" not in self.credentials', ['a', 'b']],
    ['match self.credentials:\n  case {"a": x, "b": 1}: pass\n  case _: pass', ['a', 'b']],
    ['self.credentials.email', ['email']], // of an object that is no dictionary
    ['getattr(self, "credentials")["a"]', ['a']],
    ['other.credentials["a"]; self.rows["b"]; credentials["c"]', []],
  ])('knows the keys that %j looks up', (code, reads) => {
    expect(inMethod(code)).toEqual(reads)
  })

  test.each([
    ['c = self.credentials\ndef f():\n  return c["a"]\n[c[k] for k in ("b", "c")]', ['a', 'b', 'c']],
    ['c = dict(self.credentials); c["a"]; {**self.credentials}["b"]', ['a', 'b']],
    ['import copy\nself.credentials.copy()["a"]; copy.deepcopy(self.credentials)["b"]', ['a', 'b']],
    ['c = self.credentials or {}\nc["a"]\nif (d := c): d["b"]', ['a', 'b']],
    ['a, b = self.credentials, 1\na["a"]; b["b"]', ['a']],
    ['self.c = self.credentials; self.d = self.c; self.d["a"]', ['a']],
    ['c = self.credentials\nc = c or {}\nc["a"]', ['a']],
    ['c = self.credentials if self.credentials else load()\nc["a"]', ['a']],
  ])('follows the credentials through %j', (code, reads) => {
    expect(inMethod(code)).toEqual(reads)
  })

  test('follows them into functions, methods and objects of the same files, and keys into parameters', () => {
    const base = `class Base(SecodaIntegration):
  URL = "url"
  def __init__(self, credentials):
    super().__init__(credentials)
    self.region = credentials["region"]
  def need(self, key, default=None):
    return self.credentials.get(key, default)
`
    const run = `FIELDS = ("f", "g")
def sign_in(creds): return creds["user"], creds["password"]
def seen(integration): return integration.credentials["seen"]
class Client:
  def __init__(self, url, creds): self.creds = creds
  def go(self): return self.creds["client"]
class Shop(Base):
  def extract(self):
    sign_in(self.credentials)
    seen(self)
    Client("u", creds=self.credentials).go()
    self.need("n"); self.need(key="m"); self.need(self.URL)
    for field in FIELDS: self.credentials[field]
`
    const names = ['client', 'f', 'g', 'm', 'n', 'password', 'region', 'seen', 'url', 'user']
    expect(readsOf({ 'base.py': base, 'run.py': run })).toEqual(names)
  })

  test.each([
    'requests.get(**self.credentials)',
    'json.dumps(self.credentials)',
    'print(f"{self.credentials}")',
    'self.credentials.items()',
    'self.credentials.values()',
    'list(self.credentials.keys())',
    'for key in self.credentials: pass',
    'sorted(self.credentials)',
    'self.credentials | {"a": 1}',
    '{**self.credentials, "a": 1}',
    'self.credentials == {}',
    'return self.credentials',
    'self.cache["c"] = self.credentials',
    'Client(self.credentials).go()',
    'a, *b = self.credentials',
  ])('says where they go further than can be seen: %s', (code) => {
    expect(inMethod(code)).toEqual(['whole:3'])
  })

  test('says where the key is computed, or the look-up itself is passed on', () => {
    expect(inMethod('self.credentials[name()]\nget = self.credentials.get')).toEqual([
      'computed:3',
      'computed:4',
    ])
    expect(inMethod('map(self.need, ["a"])\ndef need(key): return self.credentials[key]')).toEqual([
      'computed:4',
    ])
  })

  test('says where the integration itself is passed on, and not where it is only shown or followed', () => {
    expect(inMethod('load(self)\nClient(owner=self)\nvars(self)')).toEqual([
      'passed:3',
      'passed:4',
      'passed:5',
    ])
    const shown = 'print(self); isinstance(self, Shop); logger.info("%s", self); super(Shop, self).extract()'
    expect(inMethod(`${shown}\nself.http_get(x); pool.map(self.http_get, [1])`)).toEqual([])
  })

  test('takes a name that is something else at times for neither', () => {
    expect(inMethod('c = self.credentials\nc["a"]\nc = load()\nc["b"]')).toEqual(['whole:3'])
  })

  test('tells of what the code sets itself', () => {
    expect(
      inMethod('self.credentials["t"] = 1\nself.credentials.update(u=1)\nself.credentials["t"]'),
    ).toEqual(['t', 'stored t:3', 'stored u:4'])
  })

  test.each([
    'if self.credentials and not self.credentials: pass',
    'self.credentials is None',
    'len(self.credentials); isinstance(self.credentials, dict)',
    'del self.credentials["a"]; self.credentials.clear()',
    'self.credentials = {}',
  ])('takes what looks at no key for no reading: %s', (code) => {
    expect(inMethod(code)).toEqual([])
  })

  test('reads code that leads in circles, and much of it', () => {
    const names = Array.from({ length: 40 }, (_, i) => `v${i}`)
    const circles = names.flatMap((a) => names.map((b) => `${a} = ${b}`)).join('\n')
    expect(inMethod(`${circles}\nv7 = self.credentials\nv3["a"]`)).toEqual(['a'])
    expect(inMethod(`${circles}\nv7 = "a"\nself.credentials[v3]\nself.credentials["b"]`)).toEqual([
      'b',
      'computed:1604',
    ])
    expect(inMethod(Array.from({ length: 3000 }, () => 'self.credentials["a"]').join('\n'))).toEqual(['a'])
  })
})
