import { expect, test } from 'vitest'
import { tellFacts } from './tell-facts.ts'

test('tellFacts(facts) tells each host, key and line once, and shows nothing raw', () => {
  const around = { kind: 'around', how: 'call', step: 'connection', file: '/work/run.py', line: 3 } as const
  const text = tellFacts(
    [
      { kind: 'host', origin: 'https://b.example' },
      { kind: 'host', origin: 'https://a.example' },
      { kind: 'host', origin: 'https://b.example' },
      { kind: 'key', name: 'email' },
      { kind: 'key', name: 'to\u001b[31mken' },
      { ...around, library: 'requests.api', to: 'https://c.example' },
      { ...around, library: 'socket', to: 'https://c.example' },
      { ...around, library: 'urllib.request', file: '/else/where.py', line: 9, to: '' },
    ],
    '/work',
  )
  expect(text.split('\n')).toEqual([
    'lineagraph: endpoints called, for Secoda’s upload form:',
    '  https://a.example',
    '  https://b.example',
    'lineagraph: credentials read, for its input fields: email, to\\u001b[31mken',
    'lineagraph: calls around self.http_*, which do not work in production:',
    '  run.py:3  requests to https://c.example',
    '  /else/where.py:9  urllib.request',
    '',
  ])
})

test('tellFacts(facts) says of credentials what is not known from the source, and where', () => {
  const at = (line: number) => ({ file: '/work/run.py', line })
  const text = tellFacts(
    [
      { kind: 'given', name: 'email' },
      { kind: 'given', name: 'password' },
      { kind: 'given', name: 'region' },
      { kind: 'key', name: 'token' },
      { kind: 'key', name: 'region' },
      { kind: 'stored', name: 'token', ...at(4) },
      { kind: 'stored', name: 'region', ...at(5) }, // given all the same
      { kind: 'whole', ...at(6) },
      { kind: 'whole', ...at(6) },
      { kind: 'computed', ...at(7) },
      { kind: 'passed', ...at(8) },
      { kind: 'unseen', name: 'Shop' },
    ],
    '/work',
  )
  expect(text.split('\n')).toEqual([
    'lineagraph: credentials read, for its input fields: email, password, region',
    'lineagraph: credentials passed on whole, so all that were given count as read:',
    '  run.py:6',
    'lineagraph: credentials read by a name that is computed: input fields may be missing above:',
    '  run.py:7',
    'lineagraph: the integration itself passed on, so that input fields may be missing above:',
    '  run.py:8',
    'lineagraph: set by the code itself, an input field only where it is read before: token (run.py:4)',
    'lineagraph: the source of Shop could not be read: which credentials it reads is not known',
    '',
  ])
  expect(tellFacts([{ kind: 'given', name: 'email' }])).toBe('')
})

test('tellFacts(facts) tells requests before connections, hosts before addresses, and threads by what they call', () => {
  const call = {
    kind: 'around',
    how: 'call',
    step: 'connection',
    library: 'socket',
    file: '/work/run.py',
    line: 3,
    to: '',
  } as const
  const thread = { ...call, how: 'thread', line: 5 } as const
  const text = tellFacts(
    [
      { ...call, to: 'https://a.example' },
      { ...call, to: 'https://192.0.2.1' },
      { ...call, step: 'request', library: 'requests.api', to: 'https://a.example' },
      { ...call, step: 'request', library: 'requests.api', to: 'https://b.example' },
      { ...call, line: 4, to: 'db.example:5432' },
      { ...call, line: 4, to: '192.0.2.1:5432' },
      { ...thread, step: 'request', library: 'httpx', to: 'https://a.example' },
      { ...thread, library: 'anyio', to: 'https://192.0.2.1' },
      { ...thread, step: 'request', library: 'requests', to: 'https://a.example' },
      { ...thread, how: 'task', step: 'request', library: 'aiohttp', line: 6 },
      { ...thread, file: '', line: 0, to: '192.0.2.1:99' },
      { ...call, kind: 'command', name: 'curl', line: 9 },
      { ...call, kind: 'command', name: 'curl', how: 'thread', file: '', line: 0 },
    ],
    '/work',
  )
  expect(text.split('\n').slice(1)).toEqual([
    '  run.py:3  requests to https://a.example',
    '  run.py:3  requests to https://b.example',
    '  run.py:4  socket to db.example:5432',
    '  run.py:5  httpx to https://a.example, in a thread started here',
    '  run.py:5  requests to https://a.example, in a thread started here',
    '  run.py:6  aiohttp, in a task that runs here',
    '  place not known  socket to 192.0.2.1:99, from a thread',
    '  run.py:9  the command curl',
    '  place not known  the command curl, from a thread',
    '',
  ])
})

test('tellFacts([]) tells nothing', () => {
  expect(tellFacts([])).toBe('')
})
