import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A folder with some files, that goes when the test ends: texts, objects of a JSON file, or the objects of its lines. */
export function folderWith(files: Readonly<Record<string, string | object | readonly unknown[]>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'lineagraph-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), textOf(content))
  }
  return folder
}

function textOf(content: string | object | readonly unknown[]): string {
  if (typeof content === 'string') return content
  if (!Array.isArray(content)) return JSON.stringify(content)
  return content.map((line) => `${JSON.stringify(line)}\n`).join('')
}
