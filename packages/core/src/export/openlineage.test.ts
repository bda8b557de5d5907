import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exportedText } from '../../test/exported.ts'
import { hostileRun } from '../../test/hostile-run.ts'
import { reportOf } from '../../test/run-of.ts'
import { shop } from '../../test/shop-run.ts'
import type { Report } from '../index.ts'

interface Dataset {
  readonly namespace: string
  readonly name: string
  readonly facets: { readonly schema?: { readonly fields: unknown }; readonly columnLineage?: unknown }
}

interface Event {
  readonly eventTime: string
  readonly run: { readonly runId: string }
  readonly job: { readonly name: string }
  readonly inputs: readonly Dataset[]
  readonly outputs: readonly Dataset[]
}

describe("exportGraph(report, { format: 'openlineage' })", () => {
  const schemaAt = (name: string): object =>
    JSON.parse(readFileSync(new URL(`../../test/schemas/${name}.json`, import.meta.url), 'utf8')) as object
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(ajv)
  ajv.addSchema(schemaAt('OpenLineage'))
  const facets = ['ColumnLineageDatasetFacet', 'SchemaDatasetFacet'].map((name) =>
    ajv.compile(schemaAt(name)),
  )
  const isEvent = ajv.getSchema('https://openlineage.io/spec/2-0-2/OpenLineage.json')!
  const at = { format: 'openlineage', eventTime: new Date('2026-11-26T10:00:00Z') } as const
  const eventsOf = (report: Report, more: object = {}): Event[] =>
    exportedText(report, { ...at, ...more })
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as Event)

  test('is valid by the published schemas, and has every edge between things that are no columns', () =>
    fc.assert(
      fc.asyncProperty(hostileRun, async (files) => {
        const report = await reportOf(files)
        const events = eventsOf(report)
        for (const event of events) {
          expect([isEvent(event), isEvent.errors]).toEqual([true, null])
          for (const dataset of [...event.inputs, ...event.outputs])
            for (const isFacet of facets)
              expect([isFacet(dataset.facets), isFacet.errors]).toEqual([true, null])
        }
        expect(events.map(({ run }) => run.runId)).toHaveLength(
          new Set(events.map(({ run }) => run.runId)).size,
        )
        const { graph } = report
        const targets = new Set(
          Array.from({ length: graph.edgeCount }, (_, edge) => graph.toOf(edge)).filter(
            (node) => graph.parentOf(node) < 0,
          ),
        )
        for (const node of targets) expect(events.map(({ job }) => job.name)).toContain(graph.keyOf(node))
      }),
    ))

  test('has an event for each thing that something feeds, with tables by name and columns as fields', async () => {
    const events = eventsOf(await reportOf(shop))
    expect(
      events.map(({ job, inputs, outputs }) => [job.name, inputs.map(nameOf), outputs.map(nameOf)]),
    ).toEqual([
      ['id:orders', ['default/shop.public.orders'], ['default/shop.public.orders']],
      ['id:daily', ['default/shop.public.orders', 'default/public.rates'], ['default/shop.mart.daily']],
      ['id:revenue', ['default/shop.mart.daily', 'default/public.customers'], ['lineagraph/revenue']],
      ['table:["lake","shop","mart","copy"]', ['default/shop.mart.daily'], ['lake/shop.mart.copy']],
    ])
    const [, daily, revenue] = events
    const input = (name: string, field: string) => ({ namespace: 'default', name, field })
    expect(daily?.outputs[0]?.facets.schema?.fields).toEqual([{ name: 'sum' }])
    expect(daily?.inputs[0]?.facets.schema?.fields).toEqual([{ name: 'id' }, { name: 'total' }])
    expect(daily?.outputs[0]?.facets.columnLineage).toMatchObject({
      fields: { sum: { inputFields: [input('shop.public.orders', 'total'), input('public.rates', 'eur')] } },
      dataset: [input('shop.public.orders', 'id')],
    })
    expect(revenue?.outputs[0]?.facets.columnLineage).toMatchObject({
      fields: {},
      dataset: [input('shop.mart.daily', 'sum')],
    })
  })

  test('takes the namespace of tables that name no cluster, and the time of its events, as they are given', async () => {
    const [event] = eventsOf(await reportOf(shop), { namespace: 'postgres://db:5432' })
    expect([event?.outputs.map(nameOf), event?.eventTime]).toEqual([
      ['postgres://db:5432/shop.public.orders'],
      '2026-11-26T10:00:00.000Z',
    ])
  })

  const nameOf = ({ namespace, name }: Dataset) => `${namespace}/${name}`
})
