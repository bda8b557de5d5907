import type { RunLines } from './serve-page.ts'

/** What names of strangers may hold: markup, scripts, marks of templates, turned directions, escapes of terminals, halves of characters. */
export const HOSTILE_TEXTS = [
  '<img src=x onerror=alert(1)>',
  '</script><script>alert(2)</script>',
  '<!--<script>alert(3)',
  ']]><svg onload=alert(4)>',
  '"><iframe src="javascript:alert(5)"></iframe>',
  "' onmouseover='alert(6)' x='",
  '{{constructor.constructor("alert(7)")()}}${alert(7)}<%= alert(7) %>',
  'javascript:alert(8)',
  '\u202egnp.exe\u202c\u2066\u2069\u200f',
  'line\u2028separator\u2029paragraph',
  '\u001b[2J\u001b]8;;http://evil.test\u0007link\u001b]8;;\u0007\u009b31m',
  'half \ud800 a \udc00 pair',
  'nul \u0000 and \u0008 and \u007f',
  '&lt;b&gt; &amp; &#x3c;script&#x3e;',
  '<style>*{display:none}</style><base href=http://evil.test>',
  '<meta http-equiv=refresh content="0;url=http://evil.test">',
] as const

const end = (id: string): object => ({ type: 'internal_resource', databuilder_id: id })

/** A run in which every field is hostile, with a title of a megabyte, a circle, holes, queries and tables from outside. */
export const HOSTILE_RUN: RunLines = {
  resources: [
    { entity_type: 'database', databuilder_id: '__proto__', title: HOSTILE_TEXTS[1] },
    {
      entity_type: 'schema',
      databuilder_id: 'schema',
      parent_databuilder_id: '__proto__',
      title: HOSTILE_TEXTS[0],
    },
    ...HOSTILE_TEXTS.flatMap((text, i) => [
      {
        ...{
          entity_type: 'table',
          databuilder_id: `t${i} ${text}`,
          parent_databuilder_id: 'schema',
          title: text,
        },
        ...{ description: text, schema: text, database: text, owners: [text], [text]: text },
      },
      {
        ...{ entity_type: 'column', databuilder_id: `c${i} ${text}`, parent_databuilder_id: `t${i} ${text}` },
        ...{ title: text, type: text },
      },
    ]),
    {
      entity_type: 'table',
      databuilder_id: 'long',
      parent_databuilder_id: 'schema',
      title: `<b>${'long '.repeat(200_000)}`,
    },
    {
      entity_type: HOSTILE_TEXTS[0],
      databuilder_id: 'odd',
      title: HOSTILE_TEXTS[3],
      parent_databuilder_id: HOSTILE_TEXTS[2],
    },
    HOSTILE_TEXTS[1],
    `{"entity_type": "table", "databuilder_id": "${HOSTILE_TEXTS[0]}`,
  ],
  lineage: [
    ...HOSTILE_TEXTS.map((text, i) => ({
      from_identifier: end(`t${i} ${text}`),
      to_identifier: end(`t${(i + 1) % 4} ${HOSTILE_TEXTS[(i + 1) % 4]}`),
    })),
    ...HOSTILE_TEXTS.map((text) => ({ from_identifier: end(text), to_identifier: end('long') })),
    ...HOSTILE_TEXTS.map((text) => ({
      from_identifier: { type: 'external_table', cluster: text, database: text, schema: text, table: text },
      to_identifier: end('odd'),
    })),
    {
      from_identifier: {
        type: 'tables_from_query',
        sql: `SELECT '</script><script>alert(9)' FROM "<img src=x onerror=alert(9)>"."a"`,
      },
      to_identifier: end('long'),
    },
  ],
}
