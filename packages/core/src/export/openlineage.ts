import { TOOL } from '../model/tool.ts'
import { digestOf } from '../read/hash.ts'
import type { NodeIndex } from '../resolve/nodes.ts'
import { Datasets, OWN_NAMESPACE, type DatasetName, type Feed } from './datasets.ts'
import type { ExportForm, ExportSetting } from './export-form.ts'
import type { Extract } from './extract.ts'
import { jsonLines } from './json-lines.ts'

/**
 * Events of OpenLineage, one a line: for each dataset that something feeds, a run that has ended, with what it read and what it wrote. Run
 * events, since these are what every receiver takes. Source: https://openlineage.io/spec/2-0-2/OpenLineage.json
 */
export const openlineage: ExportForm = {
  files: { 'openlineage.jsonl': (extract, setting) => jsonLines(eventsOf(extract, setting)) },
  rollsUp: false,
}

const PRODUCER = `https://www.npmjs.com/package/${TOOL.name}/v/${TOOL.version}`
const EVENT_SCHEMA = 'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent'
const FACETS = 'https://openlineage.io/spec/facets/1-2-0'

const facet = (name: string) => ({
  _producer: PRODUCER,
  _schemaURL: `${FACETS}/${name}.json#/$defs/${name}`,
})

function* eventsOf(extract: Extract, { eventTime, namespace }: ExportSetting): Generator<unknown> {
  const datasets = new Datasets(extract, namespace)
  const time = eventTime.toISOString()
  for (const { to, feeds } of datasets.fed()) {
    const job = { namespace: OWN_NAMESPACE, name: extract.graph.keyOf(to) }
    yield {
      eventType: 'COMPLETE',
      eventTime: time,
      producer: PRODUCER,
      schemaURL: EVENT_SCHEMA,
      run: { runId: uuidOf(JSON.stringify([job, time])) },
      job,
      inputs: feeds.map(({ from }) => datasetOf(datasets, from)),
      outputs: [datasetOf(datasets, to, columnLineage(extract, datasets, feeds))],
    }
  }
}

/** A dataset with its fields, without which receivers take no lineage of columns. */
function datasetOf(datasets: Datasets, node: NodeIndex, facets: object = {}): unknown {
  const fields = [...new Set(datasets.fieldsOf(node))].map((name) => ({ name }))
  const schema = fields.length === 0 ? {} : { schema: { ...facet('SchemaDatasetFacet'), fields } }
  return { ...datasets.nameOf(node), facets: { ...schema, ...facets } }
}

interface InputField extends DatasetName {
  readonly field: string
}

/** What columns feed: columns of the dataset, or the dataset as a whole. */
function columnLineage({ graph }: Extract, datasets: Datasets, feeds: readonly Feed[]): object {
  const fields = new Map<string, InputField[]>()
  const whole: InputField[] = []
  for (const { from, edges } of feeds)
    for (const edge of edges) {
      const field = datasets.fieldOf(graph.fromOf(edge))
      if (field === undefined) continue
      const into = datasets.fieldOf(graph.toOf(edge))
      const input = { ...datasets.nameOf(from), field }
      const inputs = into === undefined ? whole : (fields.get(into) ?? [])
      inputs.push(input)
      if (into !== undefined) fields.set(into, inputs)
    }
  if (fields.size + whole.length === 0) return {}
  return {
    columnLineage: {
      ...facet('ColumnLineageDatasetFacet'),
      fields: Object.fromEntries([...fields].map(([name, inputFields]) => [name, { inputFields }])),
      ...(whole.length > 0 && { dataset: whole }),
    },
  }
}

/** The same UUID for the same text: version 8, which is free in form. Source: RFC 9562, 5.8 */
function uuidOf(text: string): string {
  const hex = digestOf(text) + digestOf(`again ${text}`)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
}
