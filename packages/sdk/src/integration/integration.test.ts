import { inspect } from 'node:util'
import { expect, expectTypeOf, test, vi } from 'vitest'
import { Caller, standardError } from '../../test/caller.ts'
import {
  CredentialsError,
  DeclarationError,
  MemoryCollector,
  SecodaIntegration,
  externalTable,
  internalResource,
  type Resource,
  type Transport,
} from '../index.ts'

interface Dashboard {
  readonly id: number
  readonly name: string | null
}

class Shop extends SecodaIntegration<{ readonly token: string }> {
  async extract(): Promise<void> {
    const response = await this.httpGet('https://shop.example/dashboards', {
      headers: { token: this.credentials.token },
    })
    for (const { id, name } of (await response.json()) as Dashboard[]) {
      this.declareResource({ entity_type: 'dashboard', databuilder_id: `d.${id}`, title: name, group: 'all' })
      this.declareLineage({
        from_identifier: externalTable({ schema: 'public', table: 'orders' }),
        to_identifier: internalResource(`d.${id}`),
      })
    }
  }
}

const credentials = { token: 'tok-12345678' }
const transport = () =>
  Response.json([
    { id: 1, name: 'Revenue' },
    { id: 2, name: null },
  ])

test('an integration runs in memory with a transport and a collector of one’s own', async () => {
  standardError()
  const collector = new MemoryCollector()
  await new Shop({ credentials, endpoints: ['https://shop.example'], collector, transport }).start()
  expect(collector.resources).toMatchObject([
    { databuilder_id: 'd.1', title: 'Revenue', is_pk: false, owners: null },
    { databuilder_id: 'd.2', title: null },
  ])
  expect(collector.lineage).toHaveLength(2)
  expect(collector.lineage[0]?.from_identifier).toEqual({
    type: 'external_table',
    cluster: null,
    database: null,
    schema: 'public',
    table: 'orders',
  })
})

test('a transport is asked with the request as it would be sent', async () => {
  const asked = vi.fn<Transport['request']>(transport)
  await new Shop({ credentials, transport: { request: asked } }).check()
  expect(asked).toHaveBeenCalledOnce()
  expect(asked.mock.calls[0]?.[0]).toMatchObject({
    method: 'GET',
    url: new URL('https://shop.example/dashboards'),
    body: undefined,
    verify: true,
  })
  expect(asked.mock.calls[0]?.[0].headers.get('token')).toBe(credentials.token)
})

test('check() gives the report of what was declared, without printing anything', async () => {
  const heard = standardError()
  const report = await new Shop({ credentials, transport }).check()
  expect(report.summary).toMatchObject({ resources: 2, lineage: 2, nodes: 3, errors: 0 })
  expect(report.ok).toBe(true)
  expect(heard.text).toBe('')
})

test('check() finds what is wrong, at the line in which it was declared, and takes a config', async () => {
  const wrong = () =>
    new Caller((it) => {
      it.declareResource({ entity_type: 'dashboard', databuilder_id: 'd.1', title: 'é' })
      it.declareLineage({ from_identifier: internalResource('d.2'), to_identifier: internalResource('d.1') })
    })
  const report = await wrong().check()
  const dangling = report.findings.find(({ rule }) => rule === 'lineage/dangling-internal')
  expect(dangling).toMatchObject({ severity: 'error', locations: [{ file: 'Caller', line: 2 }] })
  expect(report.graph.run.files).toMatchObject([{ lineCount: 2 }])
  const quiet = await wrong().check({ rules: { 'lineage/dangling-internal': 'off' } })
  expect(quiet.findings.filter(({ rule }) => rule === 'lineage/dangling-internal')).toEqual([])
})

test('an integration can be checked and started again and again, one after the other', async () => {
  standardError()
  const collector = new MemoryCollector()
  const shop = new Shop({ credentials, collector, transport })
  await shop.check()
  await shop.start()
  await shop.start()
  expect(collector.resources).toHaveLength(4)
  const first = shop.start()
  await expect(shop.check()).rejects.toThrow('this integration is running')
  await first
})

test('finalize() is called after a run that went well, and hands on to the collector and the transport', async () => {
  const steps: string[] = []
  const collector = {
    declareResource: () => void steps.push('resource'),
    declareLineage: () => {},
    finalize: async () => void steps.push('collector'),
    abandon: () => void steps.push('abandoned'),
  }
  class Careful extends Caller {
    override async finalize(): Promise<void> {
      steps.push('own')
      await super.finalize()
    }
  }
  const parts = { collector, transport: { request: transport, finalize: () => void steps.push('transport') } }
  await new Careful((it) => it.declareResource({ entity_type: 'schema', databuilder_id: 's' }), parts).start()
  expect(steps).toEqual(['resource', 'own', 'collector', 'transport'])
})

test('where extract throws, nothing is finalized: the collector is told to keep what it has', async () => {
  standardError()
  const steps: string[] = []
  const collector = {
    declareResource: () => {},
    declareLineage: () => {},
    finalize: () => void steps.push('finalized'),
    abandon: () => void steps.push('abandoned'),
  }
  const error = new Error('no')
  const act = () => {
    throw error
  }
  await expect(new Caller(act, { collector }).start()).rejects.toBe(error)
  expect(steps).toEqual(['abandoned'])
})

test('a collector that fails in its turn does not take the place of the error', async () => {
  const heard = standardError()
  const collector = Object.assign(new MemoryCollector(), {
    abandon: () => Promise.reject(new Error('second')),
  })
  const fail = () => Promise.reject(new Error('first'))
  await expect(new Caller(fail, { collector }).start()).rejects.toThrow('first')
  expect(heard.text).toBe('lineagraph: its end failed, too: Error: second\n')
  const declareAndFail = (it: Caller) => {
    it.declareResource({ entity_type: 'schema', databuilder_id: 's' })
    return fail()
  }
  await expect(new Caller(declareAndFail, { collector }).start()).rejects.toThrow('first')
  expect(heard.text).toContain('\nlineagraph: what was declared could not be kept: Error: second\n')
})

test('a declaration that is refused names its place, hides credentials, and the run can go on', async () => {
  const collector = new MemoryCollector()
  const errors: unknown[] = []
  const act = (it: Caller) => {
    try {
      it.declareResource({
        entity_type: 'table',
        databuilder_id: 't',
        is_pk: 'hunter22',
      } as unknown as Resource)
    } catch (error) {
      errors.push(error)
    }
    it.declareResource({ entity_type: 'table', databuilder_id: 't' })
  }
  await new Caller(act, { collector, credentials: { password: 'hunter22' } }).start()
  expect(errors).toMatchObject([
    { place: expect.stringMatching(/integration\.test\.ts:\d+:\d+$/), code: 'declaration' },
  ])
  expect(errors[0]).toBeInstanceOf(DeclarationError)
  expect(inspect(errors[0])).toContain('is the string "***"; it must be true, false or null')
  expect(collector.resources).toHaveLength(1)
})

test('neither toString(), inspect() nor JSON.stringify() of an integration shows a credential', () => {
  const shop = new Shop({ credentials, transport })
  expect([`${String(shop)}`, inspect(shop, { showHidden: true, depth: 9 }), JSON.stringify(shop)]).toEqual([
    'Shop { credentials: token }',
    'Shop { credentials: token }',
    '{}',
  ])
  expect(shop.credentials).toBe(credentials)
  expectTypeOf(shop.credentials).toEqualTypeOf<{ readonly token: string }>()
})

test('credentials that are missing are named when the integration is made', () => {
  const make = (given: unknown) => () => new Shop(given as { credentials: { token: string } })
  expect(make({ credentials: { token: undefined } })).toThrow(expect.objectContaining({ missing: ['token'] }))
  expect(make({})).toThrow(CredentialsError)
  expect(make(undefined)).toThrow(CredentialsError)
})

test('start({ out }) and a collector exclude each other', async () => {
  const shop = new Shop({ credentials, transport, collector: new MemoryCollector() })
  await expect(shop.start({ out: 'x' })).rejects.toThrow('a collector was given')
})
