import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { EXPORT_FORMATS, exportFiles } from '@lineagraph/core'
import { describe, expect, test } from 'vitest'
import { edge, table } from './declarations.ts'
import { lineagraph, shell } from './run-command.ts'
import { folderWith } from './temporary-folder.ts'

const clean = {
  'run/resources.jsonl': [table('a'), table('b'), table('c')],
  'run/lineage.jsonl': [edge('a', 'b'), edge('b', 'c')],
}
const many = EXPORT_FORMATS.filter((format) => exportFiles(format).length > 1)
const single = EXPORT_FORMATS.filter((format) => exportFiles(format).length === 1)

describe('lineagraph export', () => {
  test('has every format in the help, with the files of those that are several', async () => {
    const { stdout } = await lineagraph(['export', '--help'])
    for (const format of EXPORT_FORMATS) {
      const [line = ''] = new RegExp(`^  ${format} +\\w.*`, 'm').exec(stdout) ?? []
      expect([format, line]).toEqual([format, expect.stringMatching(/\w/)])
      if (many.includes(format)) for (const name of exportFiles(format)) expect(line).toContain(name)
    }
  })

  test.each(single)('-f %s writes to standard output, and the same to a file', async (format) => {
    const cwd = folderWith(clean)
    const env = { SOURCE_DATE_EPOCH: '1700000000' }
    const { code, stdout, stderr } = await lineagraph(['export', 'run', '-f', format], { cwd, env })
    expect([code, stderr]).toEqual([0, ''])
    await lineagraph(['export', 'run', '-f', format, '-o', 'graph'], { cwd, env })
    expect(readFileSync(join(cwd, 'graph'), 'utf8')).toBe(stdout)
    expect(stdout.length).toBeGreaterThan(50)
  })

  test.each(many)(
    '-f %s writes its files into a folder, which it makes, and asks for one',
    async (format) => {
      const cwd = folderWith(clean)
      const { code } = await lineagraph(['export', 'run', '-f', `${format}:new/folder/`], { cwd })
      expect([code, readdirSync(join(cwd, 'new/folder'))]).toEqual([0, [...exportFiles(format)].sort()])
      const asked = await lineagraph(['export', 'run', '-f', format], { cwd })
      expect([asked.code, asked.stderr]).toEqual([2, expect.stringContaining(`-f ${format} -o FOLDER`)])
    },
  )

  test('writes the files of a folder together or not at all', async () => {
    const cwd = folderWith({ ...clean, 'out/nodes.csv': 'the last ones' })
    mkdirSync(join(cwd, 'out/edges.csv'))
    const { code, stderr } = await lineagraph(['export', 'run', '-f', 'csv', '-o', 'out'], { cwd })
    expect([code, stderr]).toEqual([2, expect.stringMatching(/edges.csv' is a folder\n {2}help: /)])
    expect(readFileSync(join(cwd, 'out/nodes.csv'), 'utf8')).toBe('the last ones')
    expect(readdirSync(join(cwd, 'out'))).toEqual(['edges.csv', 'nodes.csv'])
  })

  test('leaves the last files and nothing else where the disk is full in the middle', async () => {
    const tables = Array.from({ length: 500 }, (_, i) => table(`table ${i}`))
    const edges = tables.slice(1).map((_, i) => edge(`table ${i}`, `table ${i + 1}`))
    const cwd = folderWith({ 'run/run.jsonl': [...tables, ...edges], 'out/nodes.csv': 'the last ones' })
    const script = '(ulimit -f 30; lineagraph export run -f csv -o out); echo $?'
    const { stdout, stderr } = await shell(script, { cwd })
    expect([stdout, stderr]).toEqual(['2\n', expect.stringMatching(/cannot be written \(EFBIG\)/)])
    expect([readdirSync(join(cwd, 'out')), readFileSync(join(cwd, 'out/nodes.csv'), 'utf8')]).toEqual([
      ['nodes.csv'],
      'the last ones',
    ])
  })

  test('takes back the folder that it made where nothing comes into it', async () => {
    const cwd = folderWith({ ...clean, 'empty.jsonl': '' })
    for (const [path, ...more] of [['empty.jsonl'], ['nope'], ['run', '--select', 'nobody']]) {
      const { code } = await lineagraph(['export', path!, '-f', 'csv', '-o', 'new', ...more], { cwd })
      expect([path, code, existsSync(join(cwd, 'new'))]).toEqual([path, expect.any(Number), false])
      expect(code).not.toBe(0)
    }
  })

  test('writes nothing beside the files of the run that the next check would read with them', async () => {
    const cwd = folderWith(clean)
    const before = readFileSync(join(cwd, 'run/resources.jsonl'), 'utf8')
    for (const [format, output] of [
      ['jsonl', 'run'],
      ['graphframes', 'run/'],
      ['openlineage', 'run/events.jsonl'],
    ]) {
      const { code, stderr } = await lineagraph(['export', 'run', '-f', format!, '-o', output!], { cwd })
      expect([code, stderr]).toEqual([2, expect.stringContaining('would lie beside the files of the run')])
    }
    expect((await lineagraph(['export', 'run', '-f', 'json', '-o', 'run/graph.json'], { cwd })).code).toBe(0)
    expect(readFileSync(join(cwd, 'run/resources.jsonl'), 'utf8')).toBe(before)
    expect(readdirSync(join(cwd, 'run'))).toEqual(['graph.json', 'lineage.jsonl', 'resources.jsonl'])
  })

  test('-f json is read again from a file of any name, from a pipe and compressed, with findings at their places', async () => {
    const broken = { ...clean, 'run/lineage.jsonl': [edge('a', 'gone')] }
    const cwd = folderWith(broken)
    const check = await lineagraph(['check', 'run', '-f', 'concise'], { cwd })
    await lineagraph(['export', 'run', '-f', 'json', '-o', 'graph'], { cwd })
    const lines = readFileSync(join(cwd, 'graph'), 'utf8').split('\n')
    const line = lines.findIndex((text) => text.startsWith('{"from_identifier"')) + 1
    const again = await lineagraph(['check', 'graph', '-f', 'concise'], { cwd })
    expect([check.code, again.code]).toEqual([1, 1])
    expect(again.stdout).toBe(check.stdout.replace(/run\/lineage\.jsonl:1:/, `graph:${line}:`))
    const piped = await shell('lineagraph export run -f json | lineagraph check - -f concise', { cwd })
    expect(piped.stdout).toBe(again.stdout.replace('graph:', '<stdin>:'))
    await shell('gzip graph', { cwd })
    const packed = await lineagraph(['check', 'graph.gz', '-f', 'concise'], { cwd })
    expect(packed.stdout).toBe(again.stdout.replace('graph:', 'graph.gz:'))
    const { stdout } = await lineagraph(['check', 'graph.gz'], { cwd })
    expect(stdout).toMatch(/│ ….*"to_identifier".*"gone"\}\}\n/)
  })

  test('-f json that is cut, or of another version, is said, and what stands in it is read', async () => {
    const cwd = folderWith(clean)
    await lineagraph(['export', 'run', '-f', 'json', '-o', 'graph.json'], { cwd })
    const text = readFileSync(join(cwd, 'graph.json'), 'utf8')
    writeFileSync(join(cwd, 'cut.json'), text.slice(0, text.indexOf('"nodes": [')))
    writeFileSync(join(cwd, 'later.json'), text.replace('"version": 1', '"version": 2'))
    const cut = await lineagraph(['check', 'cut.json'], { cwd })
    expect([cut.code, cut.stdout]).toEqual([
      1,
      expect.stringMatching(/input\/truncated[^]*3 resources, 2 edges/),
    ])
    const later = await lineagraph(['check', 'later.json'], { cwd })
    expect([later.code, later.stdout]).toEqual([1, expect.stringMatching(/another version than 1/)])
  })

  test('--select takes what a selector means, --level table counts columns as their tables', async () => {
    const column = (id: string, parent: string) => ({
      entity_type: 'column',
      databuilder_id: id,
      title: id,
      parent_databuilder_id: parent,
    })
    const cwd = folderWith({
      'columns/run.jsonl': [
        table('a'),
        table('b'),
        column('a.x', 'a'),
        column('b.y', 'b'),
        table('z'),
        edge('a.x', 'b.y'),
      ],
    })
    const drawn = async (...args: string[]) =>
      (await lineagraph(['export', 'columns', '-f', 'mermaid', ...args], { cwd })).stdout
    expect(await drawn('--select', 'b+ a')).toBe(
      'flowchart LR\n  n0["a"]\n  n1["b"]\n  n2["a.x"]\n  n3["b.y"]\n  n2 --> n3\n',
    )
    expect(await drawn('--select', '1+b', '--level', 'table')).toBe(
      'flowchart LR\n  n0["a"]\n  n1["b"]\n  n0 --> n1\n',
    )
  })

  test.each([
    ['--select', 'type:'],
    ['--select', 'nobody'],
    ['--select', ''],
    ['--level', 'schema'],
    ['--namespace', 'x'],
    ['-f', 'xml'],
    ['-o', ''],
  ])('%s %j is wrong usage that says how to mend it', async (...args) => {
    const cwd = folderWith(clean)
    const { code, stdout, stderr } = await lineagraph(['export', 'run', '-f', 'dot', ...args], { cwd })
    expect([code, stdout, stderr]).toEqual([2, '', expect.stringMatching(/\n {2}help: \S/)])
  })

  test('says that Mermaid does not draw so much, and writes no file', async () => {
    const tables = Array.from({ length: 600 }, (_, i) => table(`t${i}`))
    const edges = tables.slice(1).map((_, i) => edge(`t${i}`, `t${i + 1}`))
    const cwd = folderWith({ 'run/run.jsonl': [...tables, ...edges] })
    const { code, stderr } = await lineagraph(['export', 'run', '-f', 'mermaid', '-o', 'graph.mmd'], { cwd })
    expect([code, stderr, existsSync(join(cwd, 'graph.mmd'))]).toEqual([
      2,
      expect.stringMatching(/500 edges.*\n.*--select/),
      false,
    ])
  })
})
