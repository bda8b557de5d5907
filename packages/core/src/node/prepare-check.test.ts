import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { edge, internal, resource } from '../../test/run-of.ts'
import { folderWith } from '../../test/folder-with.ts'
import { checkRun } from './check-run.ts'
import { findConfig } from './find-config.ts'
import { prepareCheck } from './prepare-check.ts'

const CONFIG = 'lineagraph.config.json'
const dangling = [resource('a', 'database'), edge(internal('a'), internal('gone'))]

describe('findConfig(path)', () => {
  test('takes the nearest one: in the folder, or above it', () => {
    const folder = folderWith({
      [CONFIG]: '{}',
      [`a/${CONFIG}`]: '{}',
      'a/b/run.jsonl': '',
      'c/run.jsonl': '',
    })
    expect(findConfig(join(folder, 'a/b'))).toBe(join(folder, 'a', CONFIG))
    expect(findConfig(join(folder, 'a/b/run.jsonl'))).toBe(join(folder, 'a', CONFIG))
    expect(findConfig(join(folder, 'c'))).toBe(join(folder, CONFIG))
    expect(findConfig(join(folder, 'not/there/yet'))).toBe(join(folder, CONFIG))
  })

  test('looks into the root of a repository, and no further', () => {
    const folder = folderWith({
      [CONFIG]: '{}',
      'repo/.git/HEAD': '',
      'repo/out/run.jsonl': '',
      'tree/.git': 'gitdir: x',
    })
    expect(findConfig(join(folder, 'repo/out'))).toBeUndefined()
    expect(findConfig(join(folder, 'tree'))).toBeUndefined()
  })

  test('passes over a folder of that name', () => {
    const folder = folderWith({ [CONFIG]: '{}', [`a/${CONFIG}/x`]: '' })
    expect(findConfig(join(folder, 'a'))).toBe(join(folder, CONFIG))
  })
})

describe('prepareCheck(paths, options)', () => {
  const given = {
    preset: 'strict',
    dialect: 'snowflake',
    rules: { 'lineage/no-self': 'off', 'graph/fan-out': ['info', { max: 3 }] },
    workspace: ['tables.jsonl'],
    overrides: [{ files: ['out/'], rules: { 'lineage/no-self': 'error', 'lineage/no-cycle': 'info' } }],
  }
  const project = () =>
    folderWith({ [CONFIG]: given, 'out/run.jsonl': '', 'tables.jsonl': '', 'more.jsonl': '' })

  test('reads no config file unless it is asked to', () => {
    expect(prepareCheck([join(project(), 'out')], {}).config.preset).toBeUndefined()
  })

  test('takes what the file says, with its paths from its own folder', () => {
    const folder = project()
    const { config, load } = prepareCheck([join(folder, 'out')], { config: true })
    expect(config).toMatchObject({ preset: 'strict', dialect: 'snowflake', rules: given.rules })
    expect(load.workspace).toEqual([join(folder, 'tables.jsonl')])
  })

  test('lets what is given win over the file, and over its overrides; workspaces add up', () => {
    const folder = project()
    const { config, load } = prepareCheck([join(folder, 'out')], {
      config: join(folder, CONFIG),
      preset: 'minimal',
      dialect: 'duckdb',
      rules: { 'lineage/no-self': 'warning' },
      workspace: join(folder, 'more.jsonl'),
    })
    expect(config).toMatchObject({
      preset: 'minimal',
      dialect: 'duckdb',
      rules: { ...given.rules, 'lineage/no-self': 'warning' },
      overrides: [{ rules: { 'lineage/no-cycle': 'info' } }],
    })
    expect(config.overrides![0]!.rules).toEqual({ 'lineage/no-cycle': 'info' })
    expect(load.workspace).toEqual(['tables.jsonl', 'more.jsonl'].map((name) => join(folder, name)))
  })

  test('keeps the options of a rule whose level alone is given', () => {
    const folder = project()
    const rules = { 'graph/fan-out': 'error' } as const
    expect(prepareCheck([folder], { config: true, rules }).config.rules?.['graph/fan-out']).toEqual([
      'error',
      { max: 3 },
    ])
  })

  test('goes by the deepest folder that holds all paths of a run', () => {
    const folder = folderWith({
      [CONFIG]: { preset: 'strict' },
      [`a/${CONFIG}`]: { preset: 'minimal' },
      'a/x': '',
      'b/x': '',
    })
    const presetOf = (...names: readonly string[]) =>
      prepareCheck(
        names.map((name) => join(folder, name)),
        { config: true },
      ).config.preset
    expect([presetOf('a/x', 'b/x'), presetOf('b/x', 'a/x'), presetOf('a/x', 'a')]).toEqual([
      'strict',
      'strict',
      'minimal',
    ])
  })

  test.each([
    [
      'a catalog that is not there',
      { workspace: ['nope.jsonl'] },
      {
        code: 'path',
        what: expect.stringMatching(/config\.json:1:15: there is no file or folder '.*nope\.jsonl'/),
      },
    ],
    [
      'a baseline that is not there',
      { baseline: 'nope.json' },
      { code: 'path', help: expect.stringContaining('baseline create') },
    ],
    [
      'a rule that there is not',
      { rules: { x: 'off' } },
      { code: 'config', where: expect.stringMatching(/config\.json:1:11$/) },
    ],
  ])('throws for %s', (_, config, error) => {
    const folder = folderWith({ [CONFIG]: config })
    expect(() => prepareCheck([folder], { config: true })).toThrow(expect.objectContaining(error))
  })

  test('throws for a config file that is not there, is a folder, or is no text', () => {
    const folder = folderWith({ 'latin1.json': '' })
    expect(() => prepareCheck([folder], { config: join(folder, 'nope.json') })).toThrow(
      /there is no config file/,
    )
    expect(() => prepareCheck([folder], { config: folder })).toThrow(/is a folder/)
  })
})

describe('overrides of a config file', () => {
  const levelsWith = async (files: readonly string[]) => {
    const overrides = [{ files, rules: { 'lineage/dangling-internal': 'info' } }]
    const folder = folderWith({ [`p/${CONFIG}`]: { overrides }, 'p/out/lineage.jsonl': dangling })
    const { findings } = await checkRun(join(folder, 'p/out'), { config: true })
    return findings.map(({ severity }) => severity)
  }
  test.each([
    ['a path from the folder of the config file', 'out/lineage.jsonl', 'info'],
    ['with ./ at its head', './out/lineage.jsonl', 'info'],
    ['a folder', 'out/', 'info'],
    ['any files below a folder', 'out/**', 'info'],
    ['a name in any folder', 'lineage.jsonl', 'info'],
    ['names in any folder', '*.jsonl', 'info'],
    ['one of several', '{a,out}/*', 'info'],
    ['another folder', 'p/**', 'error'],
    ['another name', 'resources.jsonl', 'error'],
  ])('a pattern that is %s: %s', async (_, pattern, level) => {
    expect(await levelsWith([pattern])).toEqual([level])
    expect(await levelsWith(['nope', pattern])).toEqual([level])
  })
})
