import { readFileSync, readdirSync } from 'node:fs'
import { CONFIG_SCHEMA_URL, TOOL } from '@lineagraph/core'
import { expect, test } from 'vitest'
import { projectFiles } from './project-files.ts'

const TEMPLATE = new URL('template/', import.meta.url)
const parsed = (path: string) => JSON.parse(projectFiles('demo').get(path) ?? '') as Record<string, unknown>

test('projectFiles(name) has every file of the template, under the new name', () => {
  const files = readdirSync(TEMPLATE, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  const names = files.map(({ name }) => name).sort()
  expect([...projectFiles('demo').keys()].map((path) => path.replace(/.*\//, '')).sort()).toEqual(names)
  expect(parsed('package.json')['name']).toBe('demo')
  for (const text of projectFiles('demo').values()) expect(text).not.toContain('my-integration')
})

test('projectFiles(name) names the versions of this lineagraph, and of what it is tested with', () => {
  const { dependencies, devDependencies } = parsed('package.json')
  const ours: Record<string, string> = { ...(dependencies as object), ...(devDependencies as object) }
  for (const name of ['lineagraph', '@lineagraph/core', '@lineagraph/sdk'])
    expect([name, ours[name]]).toEqual([name, `^${TOOL.version}`])
  const root = new URL('../../../../package.json', import.meta.url)
  const workspace = (JSON.parse(readFileSync(root, 'utf8')) as { devDependencies: Record<string, string> })
    .devDependencies
  for (const name of ['@types/node', 'typescript', 'vitest'])
    expect([name, ours[name]]).toEqual([name, workspace[name]])
  expect(parsed('lineagraph.config.json')['$schema']).toBe(CONFIG_SCHEMA_URL)
})
