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

test('tellFacts([]) tells nothing', () => {
  expect(tellFacts([])).toBe('')
})
