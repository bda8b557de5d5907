import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { TOOL } from '@lineagraph/core'
import { describe, expect, test } from 'vitest'
import { CLUVIO, firstLine, freePort, WITHOUT_PROXY } from './cluvio.ts'
import { blocksOf, type Block } from './page-blocks.ts'
import { ROOT } from './run-action.ts'
import { run } from './run-command.ts'
import { folderWith } from './temporary-folder.ts'

// docs/write-an-integration.md is followed from top to bottom, as its reader does. A block with a name is a file; one named
// `FILE: PLACE` goes into that file, where the comment `// PLACE` stands. `sh` is typed, and the `text` after it is what that prints.
const page = readFileSync(join(ROOT, 'docs/write-an-integration.md'), 'utf8')
const PORT = '8437'
const SECOND_TERMINAL = 'in-a-second-terminal'

/** One thing that the reader does. */
type Step =
  | { readonly does: 'save'; readonly file: string; readonly text: string }
  | {
      readonly does: 'type'
      readonly text: string
      readonly prints: string | undefined
      readonly aside: boolean
    }

/** What the page asks for, in its order. Throws where it cannot be followed. */
function stepsOf(blocks: readonly Block[]): Step[] {
  const files = new Map<string, string>()
  return blocks.flatMap(({ language, name, text }, index): Step[] => {
    if (language === 'text') {
      if (blocks[index - 1]?.language !== 'sh') throw new Error(`nothing prints ${text}`)
      return []
    }
    if (language === 'sh') {
      const next = blocks[index + 1]
      const prints = next?.language === 'text' ? next.text : undefined
      return [{ does: 'type', text, prints, aside: name === SECOND_TERMINAL }]
    }
    const [file, place] = name?.split(': ') ?? []
    if (file === undefined) throw new Error(`a block without a name is tested by nobody: ${text}`)
    const whole = place === undefined ? text : putInto(files.get(file), place, text)
    files.set(file, whole)
    return [{ does: 'save', file, text: whole }]
  })
}

/** Puts a piece where its comment stands, moved in as far. */
function putInto(file: string | undefined, place: string, piece: string): string {
  const comment = new RegExp(`^( *)// ${place}\n`, 'm')
  if (file === undefined || !comment.test(file)) throw new Error(`there is no comment '// ${place}'`)
  return file.replace(comment, (_, indent: string) => piece.replaceAll(/^(?=.)/gm, indent))
}

/** A home with the checkout in it, and an `npm` that installs out of the checkout: nothing is packed, and nothing comes from the network. */
function home() {
  const folder = folderWith({})
  symlinkSync(ROOT, join(folder, 'lineagraph'))
  const [npm, npx] = ['npm', 'npx'].map((name) =>
    spawnSync('which', [name], { encoding: 'utf8' }).stdout.trim(),
  )
  const bin = folderWith({
    npx: `#!/bin/bash
set -e
[ "$1 $2" = '-y pnpm@12' ] || exec "${npx}" "$@"
[[ "$* " =~ ^'-y pnpm@12 -C ${join(folder, 'lineagraph')} --filter lineagraph --filter @lineagraph/core --filter @lineagraph/sdk pack --pack-destination '(.*)' '$ ]] || { echo "the stand-in of pnpm cannot $*" >&2; exit 2; }
mkdir -p "\${BASH_REMATCH[1]}"
for name in lineagraph lineagraph-core lineagraph-sdk; do touch "\${BASH_REMATCH[1]}/$name-${TOOL.version}.tgz"; done
`,
    npm: `#!/bin/bash
set -e
[ "$1" = install ] || exec "${npm}" "$@"
shift
bin() { printf '#!/bin/sh\\nexec "${process.execPath}" "%s" "$@"\\n' "$2" >node_modules/.bin/$1; chmod +x node_modules/.bin/$1; }
mkdir -p node_modules/.bin node_modules/@lineagraph node_modules/@types
for name in "$@"; do
  case "$name" in
    --save-dev) ;;
    ./vendor/lineagraph-${TOOL.version}.tgz) bin lineagraph "${ROOT}/packages/cli/bin/lineagraph.js" ;;
    ./vendor/lineagraph-*-${TOOL.version}.tgz) of=\${name#./vendor/lineagraph-}; of=\${of%%-*}; ln -s "${ROOT}/packages/$of" "node_modules/@lineagraph/$of" ;;
    typescript | @types/node | vitest) ln -s "${ROOT}/node_modules/$name" "node_modules/$name" ;;
    *) echo "the stand-in of npm has no $name" >&2; exit 2 ;;
  esac
done
[ ! -e node_modules/typescript ] || bin tsc "${ROOT}/node_modules/typescript/bin/tsc"
[ ! -e node_modules/vitest ] || bin vitest "${ROOT}/node_modules/vitest/vitest.mjs"
`,
  })
  for (const name of ['npm', 'npx']) chmodSync(join(bin, name), 0o755)
  return { folder, env: { ...WITHOUT_PROXY, HOME: folder, PATH: `${bin}:${process.env['PATH']}` } }
}

describe('docs/write-an-integration.md', { timeout: 180_000 }, () => {
  test('can be followed from top to bottom, prints what it shows, and ends with the run of the worked example', async () => {
    const { folder, env } = home()
    const port = String(await freePort())
    const steps = stepsOf(blocksOf(page.replaceAll(PORT, port)))
    const saved = join(folder, 'saved')
    mkdirSync(saved)
    const lines = ['set -eo pipefail']
    for (const [index, step] of steps.entries()) {
      if (step.does === 'save') {
        writeFileSync(join(saved, String(index)), step.text)
        lines.push(`cp ${saved}/${index} ${step.file}`)
      } else if (!step.aside) lines.push(`printf '\\n==${index}\\n'`, step.text)
      else {
        const printed = await firstLine('bash', ['-c', `LINEAGRAPH=~/lineagraph; exec ${step.text}`], env)
        expect(printed).toBe(step.prints)
      }
    }
    const { code, stdout, stderr } = await run('bash', ['-c', lines.join('\n')], { cwd: folder, env })
    expect([code, stdout + stderr]).toEqual([0, expect.anything()])
    const printed = new Map(
      [...stdout.matchAll(/^==(\d+)\n([^]*?)(?=^==|$(?![^]))/gm)].map(([, index, text]) => [
        Number(index),
        text!,
      ]),
    )
    for (const [index, step] of steps.entries())
      if (step.does === 'type' && !step.aside && step.prints !== undefined)
        expect(printed.get(index)?.trimEnd()).toBe(step.prints.trimEnd())
    expect(stdout).toMatch(/Tests .*1 passed/)

    for (const name of ['resources.jsonl', 'lineage.jsonl']) {
      const read = (path: string) => readFileSync(path, 'utf8').trimEnd().split('\n')
      const run = read(join(CLUVIO, 'run', name))
      expect(read(join(folder, 'cluvio/out', name))).toEqual(run)
      const parsed = (lines: readonly string[]): unknown[] => lines.map((line) => JSON.parse(line))
      expect(parsed(read(join(folder, 'cluvio/upload', name)))).toEqual(parsed(run))
    }
  })
})
