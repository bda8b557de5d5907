import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'

const root = fileURLToPath(new URL('../', import.meta.url))

test(
  'start.mjs runs the worked example, checks what it declares, shows that, and says last where',
  { timeout: 60_000 },
  async () => {
    const child = spawn(process.execPath, ['scripts/start.mjs'], { cwd: root })
    onTestFinished(() => void child.kill())
    let stdout = ''
    for await (const text of child.stdout.setEncoding('utf8')) {
      stdout += text
      if (/lineagraph is at .*\n/.test(stdout)) break
    }
    const lines = stdout.trimEnd().split('\n')
    expect(lines[0]).toMatch(/^\$ lineagraph record --out fixtures\/cluvio\/out -- node /)
    expect(lines.at(-2)).toBe('12 notes in 51 resources, 74 edges')
    const address = /^lineagraph is at (http:\/\/127\.0\.0\.1:\d+\/)$/.exec(lines.at(-1))?.[1]
    const page = await fetch(`${address}run/index.json`)
    expect(await page.json()).toMatchObject({
      files: [{ name: 'lineage.jsonl' }, { name: 'resources.jsonl' }],
    })
    for (const name of ['lineage.jsonl', 'resources.jsonl']) {
      const shown = await (await fetch(`${address}run/files/${name}`)).text()
      expect(shown).toBe(readFileSync(`${root}/fixtures/cluvio/run/${name}`, 'utf8'))
    }
  },
)
