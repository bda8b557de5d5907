import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { EXPORT_FORMATS, exportFiles } from '@lineagraph/core'
import { describe, expect, test } from 'vitest'
import { blocksOf } from './page-blocks.ts'
import { ROOT } from './run-action.ts'
import { shell, standIn } from './run-command.ts'
import { folderWith } from './temporary-folder.ts'

// docs/export.md is followed from top to bottom. A block with a name is a file, `sh` is typed, and the `text` after it is what that prints.
const page = readFileSync(join(ROOT, 'docs/export.md'), 'utf8')
const blocks = blocksOf(page)
const files = Object.fromEntries(
  blocks.flatMap(({ name, text }) => (name === undefined ? [] : [[name, text]])),
)
const hasPython = spawnSync('python3', ['--version']).status === 0

/** What stands in for programs that are not here: each says how it was called, and sees to it that it could have begun. */
const PROGRAMS = {
  dot: `#!/bin/sh\n[ "$1" = -Tsvg ] && grep -q '^digraph lineage {' && echo '<svg/>' > "$3"\n`,
  curl: `#!/bin/sh\nfor last; do :; done\nprintf '%s\\n' "$last" >> sent.jsonl\n`,
  'neo4j-admin': `#!/bin/sh
[ "$1 $2 $3 $4" = 'database import full neo4j' ] || exit 2
for option; do
  case "$option" in
    --nodes=*) grep -q '^key:ID,.*,:LABEL$' "\${option#*=}" || exit 3 ;;
    --relationships=*) grep -q '^:START_ID,:END_ID,.*,:TYPE$' "\${option#*=}" || exit 4 ;;
  esac
done
`,
  'spark-submit': `#!/bin/sh\nPYTHONPATH=stand-ins exec python3 "$3"\n`,
}

/** PySpark and GraphFrames as far as the page goes: rows are read, and must have the columns that GraphFrames asks for. */
const PYTHON = {
  'stand-ins/pyspark/__init__.py': '',
  'stand-ins/pyspark/sql.py': `
import json


class Rows(list):
    def show(self, truncate=True):
        for row in self:
            print(row)


class SparkSession:
    class builder:
        appName = staticmethod(lambda name: SparkSession.builder)
        getOrCreate = staticmethod(lambda: SparkSession)

    class read:
        json = staticmethod(lambda path: Rows(json.loads(line) for line in open(path, encoding="utf-8")))
`,
  'stand-ins/graphframes.py': `
from pyspark.sql import Rows


class GraphFrame:
    def __init__(self, vertices, edges):
        self.ids = {row["id"]: row for row in vertices}
        self.edges = [(row["src"], row["dst"]) for row in edges]
        assert all(end in self.ids for edge in self.edges for end in edge)

    def bfs(self, start, wanted):
        start, wanted = start.split("'")[1], wanted.split("'")[1]
        return Rows(edge for edge in self.edges if edge[0] == start and self.ids[edge[1]]["entity_type"] == wanted)
`,
}

describe('docs/export.md', { timeout: 120_000 }, () => {
  test.skipIf(!hasPython)(
    'has commands that do and print what it says (skipped where python3 is not there)',
    async () => {
      const cwd = folderWith({ ...files, ...PYTHON })
      mkdirSync(join(cwd, 'node_modules/@lineagraph'), { recursive: true })
      symlinkSync(join(ROOT, 'packages/core'), join(cwd, 'node_modules/@lineagraph/core'))
      for (const name of ['graphology', 'graphology-traversal'])
        symlinkSync(join(ROOT, 'packages/core/node_modules', name), join(cwd, 'node_modules', name))
      const bin = folderWith(PROGRAMS)
      for (const name of Object.keys(PROGRAMS)) chmodSync(join(bin, name), 0o755)
      const env = { PATH: `${bin}:${standIn()}:${process.env['PATH']}`, PYTHONDONTWRITEBYTECODE: '1' }

      let typed = 0
      for (const [i, { language, text }] of blocks.entries()) {
        if (language !== 'sh') continue
        const { code, stdout, stderr } = await shell(`unset -f lineagraph\nset -eo pipefail\n${text}`, {
          cwd,
          env,
        })
        expect([text, code, stderr]).toEqual([text, 0, ''])
        const next = blocks[i + 1]
        if (next?.language === 'text') expect([text, stdout]).toEqual([text, next.text])
        typed++
      }
      expect(typed).toBeGreaterThan(8)
      expect(existsSync(join(cwd, 'graph.svg'))).toBe(true)
      const sent = readFileSync(join(cwd, 'sent.jsonl'), 'utf8')
      expect(sent).toBe(readFileSync(join(cwd, 'events.jsonl'), 'utf8'))
      expect(sent).toContain('"namespace":"postgres://db.example.com:5432","name":"shop.public.orders"')
    },
  )

  test('names every format with its files', () => {
    for (const format of EXPORT_FORMATS) {
      const [row = ''] = new RegExp(`^\\| \`${format}\` .*`, 'm').exec(page) ?? []
      if (exportFiles(format).length === 1) expect(row).toMatch(/\| one +\|/)
      else for (const name of exportFiles(format)) expect(row).toContain(`\`${name}\``)
      expect(page).toContain(`-f ${format}`)
    }
  })

  test('shows no block that nobody runs', () => {
    const other = blocks.filter(
      ({ language, name }) => name === undefined && !['sh', 'text'].includes(language),
    )
    expect(other).toEqual([])
  })
})
