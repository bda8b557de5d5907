import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../test/run-script.ts'
import { readResource } from '../declare/read-resource.ts'
import { FileCollector } from './file-collector.ts'

const RESOURCE = readResource({ entity_type: 'schema', databuilder_id: 's' })

test('abandon() says where what was declared is, also when it is asked again', () => {
  const folder = temporaryFolder()
  const collector = new FileCollector(folder)
  collector.declareResource(RESOURCE)
  expect([collector.abandon(), collector.abandon()]).toEqual([`in '${folder}'`, `in '${folder}'`])
  expect(readdirSync(folder)).toEqual(['incomplete.txt', 'lineage.jsonl', 'resources.jsonl'])
})

test('abandon() says that nothing is kept where the files could not come to their places, and leaves none aside', () => {
  const folder = temporaryFolder()
  const collector = new FileCollector(folder)
  collector.declareResource(RESOURCE)
  mkdirSync(join(folder, 'lineage.jsonl/full'), { recursive: true })
  const refused = expect.objectContaining({ code: 'output', message: expect.stringContaining(`'${folder}'`) })
  expect(() => collector.finalize()).toThrow(refused)
  expect(() => collector.abandon()).toThrow(refused)
  expect(readdirSync(folder)).toEqual(['lineage.jsonl'])
})

test('a collector whose files are written takes no more', () => {
  const folder = temporaryFolder()
  const collector = new FileCollector(folder)
  collector.finalize()
  expect(() => collector.declareResource(RESOURCE)).toThrow('make another one for the next run')
})
