import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test, vi } from 'vitest'

const root = fileURLToPath(new URL('../', import.meta.url))

test(
  'start.mjs runs the worked example, checks what it declares, shows that, and says last where',
  { timeout: 60_000 },
  async () => {
    const child = spawn(process.execPath, ['scripts/start.mjs'], { cwd: root })
    onTestFinished(() => void child.kill())
    let stdout = ''
    child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text))
    await vi.waitUntil(() => /lineagraph is at .*\n/.test(stdout), { timeout: 30_000 })
    const lines = stdout.trimEnd().split('\n')
    expect(lines[0]).toMatch(/^\$ lineagraph record --out fixtures\/cluvio\/out .*-- node /)
    expect(lines[1]).toBe('$ lineagraph view fixtures/cluvio/out')
    expect(lines.filter((line) => line.startsWith('info '))).toHaveLength(12)
    expect(lines.at(-2)).toBe('12 notes in 51 resources, 74 edges')
    const address = /^lineagraph is at (http:\/\/127\.0\.0\.1:\d+\/)$/.exec(lines.at(-1))?.[1]
    const page = await fetch(`${address}run/index.json`)
    expect(await page.json()).toMatchObject({
      files: [
        { name: 'fixtures/cluvio/out/lineage.jsonl', role: 'run' },
        { name: 'fixtures/cluvio/out/resources.jsonl', role: 'run' },
        { name: 'fixtures/cluvio/warehouse.csv', role: 'catalog' },
      ],
    })
    for (const name of ['lineage.jsonl', 'resources.jsonl']) {
      const file = encodeURIComponent(`fixtures/cluvio/out/${name}`)
      const shown = await (await fetch(`${address}run/files/${file}`)).text()
      expect(shown).toBe(readFileSync(`${root}/fixtures/cluvio/run/${name}`, 'utf8'))
    }
    child.kill('SIGTERM')
    const [exitCode] = await once(child, 'exit')
    expect(exitCode).toBe(0)
  },
)
