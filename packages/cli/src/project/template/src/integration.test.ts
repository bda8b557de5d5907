import '@lineagraph/core/vitest'
import { expect, test } from 'vitest'
import { API, Integration } from './integration.ts'
import { sample } from './sample.ts'

test('what the integration declares passes the check of its lineage', async () => {
  const integration = new Integration({
    credentials: { token: 'sample' },
    endpoints: [API],
    transport: sample,
  })
  const report = await integration.check()
  expect(report).toPassLineageCheck({ maxWarnings: 0 })
  expect(report.summary).toMatchObject({ resources: 3, lineage: 3 })
})

test('an API that refuses the token ends the run', async () => {
  const refuses = () => new Response('wrong token', { status: 401 })
  const integration = new Integration({ credentials: { token: 'wrong' }, transport: refuses })
  await expect(integration.check()).rejects.toThrow('the API answers 401')
})
