import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { buildGraph, bytesSource, check, readRun, type Finding, type Report } from '../src/index.ts'

const fixture = (path: string): Buffer => readFileSync(new URL(`../../../fixtures/${path}`, import.meta.url))
const WORKSPACE = [bytesSource('warehouse.csv', fixture('cluvio/warehouse.csv'))]
const RESOURCES = 'resources.jsonl'
const LINEAGE = 'lineage.jsonl'

/** A run as the worked example’s integration in Python made it once, as its author breaks it. Its lines stay where they are. */
type Files = { [name in typeof RESOURCES | typeof LINEAGE]: string }
const whole: Files = {
  [RESOURCES]: fixture(`clean/reports/${RESOURCES}`).toString(),
  [LINEAGE]: fixture(`clean/reports/${LINEAGE}`).toString(),
}

/** One slip in one file: what stood there, and what stands there now. */
const slip =
  (file: keyof Files, right: string, wrong: string) =>
  (files: Files): Files => {
    if (files[file].split(right).length !== 2) throw new Error(`'${right}' must stand in ${file} once`)
    return { ...files, [file]: files[file].replace(right, wrong) }
  }
const appended =
  (file: keyof Files, line: string) =>
  (files: Files): Files => ({
    ...files,
    [file]: `${files[file]}${line}\n`,
  })
const lineOf = (file: keyof Files, text: string): string =>
  whole[file].split('\n').find((line) => line.includes(text)) ?? ''

async function checked(
  files: Files,
  withCatalog: boolean,
  encoding: BufferEncoding = 'utf8',
): Promise<Report> {
  const sources = Object.entries(files).map(([name, text]) => bytesSource(name, Buffer.from(text, encoding)))
  return check(buildGraph(await readRun(sources, withCatalog ? { workspace: WORKSPACE } : {})))
}

interface Mistake {
  readonly by: (files: Files) => Files
  /** The catalog of the web shop is given as well. */
  readonly catalog?: boolean
  readonly encoding?: BufferEncoding
  /** Each finding that it deserves: rule, place, the text that is marked, and the mend that the help must have. */
  readonly found: readonly (readonly [rule: string, place: string, marked: string, help: string])[]
}

const MISTAKES: Readonly<Record<string, Mistake>> = {
  'a typo in an id of lineage': {
    by: slip(LINEAGE, 'chart.10103', 'chrat.10103'),
    found: [['lineage/dangling-internal', 'lineage.jsonl:6', '"chrat.10103"', "did you mean 'chart.10103'?"]],
  },
  'an id in another case and with a blank behind it': {
    by: slip(LINEAGE, '"chart.10201"', '"Chart.10201 "'),
    found: [
      ['lineage/dangling-internal', 'lineage.jsonl:11', '"Chart.10201 "', "did you mean 'chart.10201'?"],
    ],
  },
  'a typo in a parent': {
    by: slip(
      RESOURCES,
      '"chart.10102", "parent_databuilder_id": "dashboard.101"',
      '"chart.10102", "parent_databuilder_id": "dashbord.101"',
    ),
    found: [
      ['hierarchy/dangling-parent', 'resources.jsonl:4', '"dashbord.101"', "did you mean 'dashboard.101'?"],
    ],
  },
  'a chart without its parent': {
    by: slip(RESOURCES, '"chart.10101", "parent_databuilder_id": "dashboard.101"', '"chart.10101"'),
    found: [
      [
        'hierarchy/missing-parent',
        'resources.jsonl:3',
        '"chart.10101"',
        'set parent_databuilder_id to the id of the dashboard that it is on',
      ],
    ],
  },
  'a column without its parent': {
    by: appended(
      RESOURCES,
      '{"entity_type": "column", "databuilder_id": "shop.raw.visits.url", "title": "url"}',
    ),
    found: [
      [
        'hierarchy/missing-parent',
        'resources.jsonl:52',
        '"shop.raw.visits.url"',
        'set parent_databuilder_id to the id of the table or column',
      ],
    ],
  },
  'a schema in the wrong place, under a dashboard_group': {
    by: appended(
      RESOURCES,
      '{"entity_type": "schema", "databuilder_id": "shop.raw", "parent_databuilder_id": "dashboard_group.default", "title": "raw"}',
    ),
    found: [
      [
        'hierarchy/unusual-parent',
        'resources.jsonl:52',
        '"dashboard_group.default"',
        'a schema is usually under a database: correct its parent_databuilder_id',
      ],
    ],
  },
  'a chart under the group in place of its dashboard': {
    by: slip(
      RESOURCES,
      '"chart.10103", "parent_databuilder_id": "dashboard.101"',
      '"chart.10103", "parent_databuilder_id": "dashboard_group.default"',
    ),
    found: [
      [
        'hierarchy/wrong-parent',
        'resources.jsonl:5',
        '"dashboard_group.default"',
        'a chart is under a dashboard: correct its parent_databuilder_id',
      ],
    ],
  },
  'a swapped direction that makes a circle': {
    by: appended(
      LINEAGE,
      '{"from_identifier": {"type": "internal_resource", "databuilder_id": "dashboard.101"}, "to_identifier": {"type": "external_table", "database": "shop", "schema": "public", "table": "orders"}}',
    ),
    found: [
      [
        'lineage/no-cycle',
        'lineage.jsonl:2',
        '"dashboard.101"',
        "take out 'dashboard.101' → 'shop.public.orders' (lineage.jsonl:49), and the circle is open; or was it declared the wrong way round?",
      ],
    ],
  },
  'a forgotten declaration': {
    by: slip(RESOURCES, `${lineOf(RESOURCES, '"databuilder_id": "dashboard.104"')}\n`, ''),
    found: [
      [
        'lineage/dangling-internal',
        'lineage.jsonl:17',
        '"dashboard.104"',
        "eclare 'dashboard.104' with declare_resource",
      ],
      [
        'hierarchy/dangling-parent',
        'resources.jsonl:18',
        '"dashboard.104"',
        "eclare 'dashboard.104' with declare_resource",
      ],
    ],
  },
  'an entity type misspelt': {
    by: slip(
      RESOURCES,
      '"dashboard", "databuilder_id": "dashboard.102"',
      '"dashbord", "databuilder_id": "dashboard.102"',
    ),
    found: [['resource/unknown-entity-type', 'resources.jsonl:8', '"dashbord"', "did you mean 'dashboard'?"]],
  },
  'parent_id in place of parent_databuilder_id': {
    by: slip(RESOURCES, '"chart.10104", "parent_databuilder_id"', '"chart.10104", "parent_id"'),
    found: [
      [
        'hierarchy/missing-parent',
        'resources.jsonl:6',
        '"chart.10104"',
        "rename its unknown field 'parent_id' to parent_databuilder_id",
      ],
      ['resource/unknown-field', 'resources.jsonl:6', '"parent_id"', "did you mean 'parent_databuilder_id'?"],
    ],
  },
  'a databuilder_id that is missing': {
    by: slip(RESOURCES, '"databuilder_id": "chart.10105", ', ''),
    found: [['resource/missing-id', 'resources.jsonl:7', '', 'give it a databuilder_id that is unique']],
  },
  'is_pk as a text': {
    by: slip(RESOURCES, '"Monthly revenue", ', '"Monthly revenue", "is_pk": "true", '),
    found: [
      ['resource/coerced-field', 'resources.jsonl:3', '"true"', 'write true, if that is what is meant'],
    ],
  },
  'the same id twice, with another title': {
    by: appended(
      RESOURCES,
      lineOf(RESOURCES, '"databuilder_id": "chart.10101"').replace('Monthly revenue', 'Yearly revenue'),
    ),
    found: [
      [
        'resource/conflicting-id',
        'resources.jsonl:52',
        '"Yearly revenue"',
        'declare it once, or give each resource an id of its own',
      ],
    ],
  },
  'the same declaration twice': {
    by: appended(RESOURCES, lineOf(RESOURCES, '"databuilder_id": "chart.10101"')),
    found: [['resource/repeated-declaration', 'resources.jsonl:52', '"chart.10101"', 'declare it once']],
  },
  'the same edge twice': {
    by: appended(LINEAGE, lineOf(LINEAGE, 'chart.10103')),
    found: [['lineage/duplicate-edge', 'lineage.jsonl:49', '"refunds"', 'declare it once']],
  },
  'an external table in another case': {
    catalog: true,
    by: slip(LINEAGE, '"table": "shipments"', '"table": "Shipments"'),
    found: [
      [
        'lineage/external-case-mismatch',
        'lineage.jsonl:39',
        '"Shipments"',
        "write the names as they are there: 'shop.public.shipments'",
      ],
    ],
  },
  'a typo in an external table': {
    catalog: true,
    by: slip(LINEAGE, '"table": "warehouses"', '"table": "warehauses"'),
    found: [
      [
        'lineage/unknown-in-catalog',
        'lineage.jsonl:40',
        '"warehauses"',
        "did you mean 'shop.public.warehouses'?",
      ],
    ],
  },
  'an external table with schema and database swapped': {
    catalog: true,
    by: slip(
      LINEAGE,
      '"database": "shop", "schema": "support", "table": "tickets"',
      '"database": "support", "schema": "shop", "table": "tickets"',
    ),
    found: [['lineage/unknown-in-catalog', 'lineage.jsonl:42', '"tickets"', "'shop.support.tickets'"]],
  },
  'a typo in an external column': {
    catalog: true,
    by: slip(LINEAGE, '"column": "mrr_cents"', '"column": "mrr_cent"'),
    found: [['lineage/unknown-in-catalog', 'lineage.jsonl:11', '"mrr_cent"', "did you mean 'mrr_cents'?"]],
  },
  'a query as the to end': {
    by: appended(
      LINEAGE,
      '{"from_identifier": {"type": "internal_resource", "databuilder_id": "dashboard.101"}, "to_identifier": {"type": "tables_from_query", "sql": "SELECT total FROM shop.public.orders"}}',
    ),
    found: [
      [
        'lineage/query-as-target',
        'lineage.jsonl:49',
        '"SELECT total FROM shop.public.orders"',
        'make the query the from end',
      ],
    ],
  },
  'a type of identifier that there is not': {
    by: appended(
      LINEAGE,
      '{"from_identifier": {"type": "table", "schema": "public", "table": "orders"}, "to_identifier": {"type": "internal_resource", "databuilder_id": "dashboard.101"}}',
    ),
    found: [['lineage/invalid-identifier', 'lineage.jsonl:49', '"table"', "did you mean 'external_table'?"]],
  },
  'a Python dict printed': {
    by: appended(RESOURCES, "{'entity_type': 'chart', 'databuilder_id': 'chart.1', 'title': None}"),
    found: [['input/invalid-json', 'resources.jsonl:52', "'", 'print json.dumps(…) in place of the dict']],
  },
  'a line of progress between the declarations': {
    by: slip(
      RESOURCES,
      '{"entity_type": "dashboard_group"',
      'Fetching dashboards …\n{"entity_type": "dashboard_group"',
    ),
    found: [
      [
        'input/not-a-declaration',
        'resources.jsonl:1',
        'Fetching dashboards …',
        'pipe what it prints into `lineagraph check -`',
      ],
    ],
  },
  'a cut file': {
    by: (files) => ({ ...files, [RESOURCES]: files[RESOURCES].slice(0, -40) }),
    found: [['input/truncated', 'resources.jsonl:51', 'v', 'let the integration run to its end']],
  },
  'a file in another encoding': {
    encoding: 'latin1',
    by: slip(RESOURCES, 'Monthly revenue', 'Café revenue'),
    found: [['input/invalid-encoding', 'resources.jsonl:3', '\ufffd', 'Write the file as UTF-8']],
  },
  'a time in another form': {
    by: slip(RESOURCES, '2026-11-03T08:12:45Z', '03.11.2026 08:12'),
    found: [
      ['resource/invalid-timestamp', 'resources.jsonl:2', '"03.11.2026 08:12"', 'write a date as 2026-01-31'],
    ],
  },
  'one owner in place of a list': {
    by: slip(RESOURCES, '"Revenue by country", ', '"Revenue by country", "owners": "ann@example.com", '),
    found: [
      ['resource/wrong-field-type', 'resources.jsonl:4', '"ann@example.com"', 'write a list of strings'],
    ],
  },
  'a dashboard that is its own parent': {
    by: slip(
      RESOURCES,
      '"dashboard.102", "parent_databuilder_id": "dashboard_group.default"',
      '"dashboard.102", "parent_databuilder_id": "dashboard.102"',
    ),
    found: [
      [
        'hierarchy/self-parent',
        'resources.jsonl:8',
        '"dashboard.102"',
        'set parent_databuilder_id to the id of what it is in',
      ],
    ],
  },
}

test('the worked example has no error and no warning before it is broken', async () => {
  for (const withCatalog of [false, true])
    expect((await checked(whole, withCatalog)).summary).toMatchObject({ errors: 0, warnings: 0 })
})

test.each(Object.entries(MISTAKES))(
  '%s is found where it is, with its mend, and nothing else is',
  async (_, mistake) => {
    const before = await checked(whole, mistake.catalog ?? false)
    const known = new Set(before.findings.map(({ fingerprint }) => fingerprint))
    const broken = mistake.by(whole)
    const after = await checked(broken, mistake.catalog ?? false, mistake.encoding)
    const found = after.findings.filter(({ fingerprint }) => !known.has(fingerprint))
    const inWords = ({ rule, help, locations: [place] }: Finding, i: number) => {
      const { file, line, column, endColumn } = place!
      const text =
        Buffer.from(broken[file as keyof Files], mistake.encoding)
          .toString()
          .split('\n')[line - 1] ?? ''
      const marked = text.slice(column - 1, endColumn - 1)
      const [, , wanted = '', mend = ''] = mistake.found[i] ?? []
      return [rule, `${file}:${line}`, wanted === '' ? '' : marked, help.includes(mend) ? mend : help]
    }
    expect(found.map(inWords)).toEqual(mistake.found)
  },
)
