import { TOOL } from '@lineagraph/core'
import { expect, test } from 'vitest'
import { carryPackages } from './carry-packages.ts'
import { projectFiles } from './project-files.ts'

test('carryPackages(files, tarballs) adds them, and has package.json name them; all else stays', () => {
  const files = projectFiles('demo')
  const bytes = new Uint8Array([1])
  const carried = carryPackages(
    files,
    new Map(['lineagraph', '@lineagraph/sdk'].map((name) => [name, bytes])),
  )
  const [cli, sdk] = ['lineagraph', 'lineagraph-sdk'].map((name) => `vendor/${name}-${TOOL.version}.tgz`)
  expect([...carried.keys()]).toEqual([...files.keys(), cli, sdk])
  expect([carried.get(cli!), carried.get(sdk!)]).toEqual([bytes, bytes])
  const text = files.get('package.json') ?? ''
  expect(carried.get('package.json')).toBe(
    text
      .replace(`"lineagraph": "^${TOOL.version}"`, `"lineagraph": "file:${cli}"`)
      .replace(`"@lineagraph/sdk": "^${TOOL.version}"`, `"@lineagraph/sdk": "file:${sdk}"`),
  )
  for (const [path, text] of files) if (path !== 'package.json') expect(carried.get(path)).toBe(text)
})
