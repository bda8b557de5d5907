import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const hasPython = spawnSync('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 8))']).status === 0
if (!hasPython) process.stderr.write('skipped: the reader of commands needs python3, 3.8 or later\n')

const READER = fileURLToPath(new URL('../src/record/read_command.py', import.meta.url))
const ASK = `
import json, runpy, sys
find_calling = runpy.run_path(sys.argv[1])["find_calling"]
print(json.dumps([find_calling(*given) for given in json.load(sys.stdin)]))
`

/** A path, the words, and the names that are found. */
const CASES: readonly [string | null, readonly string[] | string | null, readonly string[]][] = [
  ['curl', ['curl', '-H', 'secret'], ['curl']],
  ['/usr/bin/wget', ['get'], ['wget']],
  ['sudo', ['sudo', '-n', 'A=1', 'curl'], ['curl']],
  ['timeout', ['timeout', '5', 'curl'], ['curl']],
  ['echo', ['echo', 'curl'], []],
  ['echo', ['echo', 'a;curl b'], []],
  ['bash', ['bash', 'script.sh', 'curl'], []],
  ['bash', ['bash', '-lc', 'curl x'], ['curl']],
  [
    '/bin/sh',
    ['/bin/sh', '-c', 'A=1 curl x | wget y && (ssh z)\nrsync q # nc'],
    ['curl', 'wget', 'ssh', 'rsync'],
  ],
  ['/bin/sh', ['/bin/sh', '-c', 'echo \'x; curl y\' "; wget z"'], []],
  ['true && if ./curl x; then nc; fi', null, ['curl', 'nc']],
  [null, 'C:/tools/CURL.EXE x', ['curl']],
  ['x="$(curl -H "a: $(wget y)" z)"; echo "`nc q` curl" `ssh w`', null, ['curl', 'wget', 'nc', 'ssh']],
  ['echo \'$(curl x)\' "\\$(echo curl" "(curl)" # it\'s "$(curl)"', null, []],
  ['case "$x" in a) curl y;; esac', null, ['curl']],
  [
    'sudo -u nobody curl x; ls | xargs -I {} -P 4 wget {}; env -u A timeout -s KILL 5 nc',
    null,
    ['curl', 'wget', 'nc'],
  ],
  ['xargs', ['xargs', '-I', 'curl', 'echo', 'curl'], []],
]

describe.skipIf(!hasPython)('find_calling(path, words)', () => {
  test('names the commands that call out, wherever they stand, and takes no other word for one', () => {
    const input = JSON.stringify(CASES.map(([path, words]) => [path, words]))
    const { stdout, stderr } = spawnSync('python3', ['-c', ASK, READER], { input, encoding: 'utf8' })
    expect(stderr).toBe('')
    const found = JSON.parse(stdout) as string[][]
    expect(CASES.map(([path, words], i) => [path, words, found[i]])).toEqual(CASES)
  })
})
