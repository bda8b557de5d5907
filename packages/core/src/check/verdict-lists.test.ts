import { expect, onTestFinished, test, vi } from 'vitest'
import { edge, graphOf, internal, resource } from '../../test/run-of.ts'
import { jsonReport } from '../report/json.ts'
import { NearestIndex } from '../graph/nearest.ts'
import { check } from './check.ts'
import { nodesOfFinding } from './nodes-of-finding.ts'
import { errorsOf, findingsOf } from './verdict-lists.ts'

/** Two errors and a warning. */
const report = async () =>
  check(
    await graphOf({
      'run.jsonl': [
        resource('a'),
        resource('b'),
        edge(internal('a'), internal('b')),
        edge(internal('a'), internal('b')),
        edge(internal('x'), internal('y')),
      ],
    }),
    { only: ['lineage/dangling-internal', 'lineage/duplicate-edge'] },
  )

const rulesIn = (json: Iterable<string>): string[] =>
  JSON.parse([...json].join('')).findings.map(({ rule }: { rule: string }) => rule)

test('report.findings is an array that is made once, of the findings that reports write', async () => {
  const made = await report()
  expect(Array.isArray(made.findings)).toBe(true)
  expect(made.findings).toBe(made.findings)
  expect([...findingsOf(made)]).toEqual(made.findings)
  expect(made.findings.map(({ severity }) => severity)).toEqual(['warning', 'error', 'error'])
  expect(JSON.parse([...jsonReport(made)].join('')).findings).toEqual(made.findings)
})

test('a finding that is made again is the same', async () => {
  const list = findingsOf(await report())
  for (let i = 0; i < list.length; i++) {
    const finding = list.at(i)
    expect(list.at(i)).toEqual(finding)
    expect([list.ruleAt(i), list.severityAt(i), list.fingerprintAt(i)]).toEqual([
      finding.rule,
      finding.severity,
      finding.fingerprint,
    ])
  }
})

test('a copy of a report with other findings is written with those', async () => {
  const made = await report()
  const [first] = made.findings
  expect(rulesIn(jsonReport({ ...made, findings: [first!] }))).toEqual(['lineage/duplicate-edge'])
  expect(rulesIn(jsonReport({ ...made }))).toHaveLength(3)
})

test('errorsOf(verdict) has the errors alone, and the summary of all', async () => {
  const made = await report()
  const errors = errorsOf(made)
  expect(rulesIn(jsonReport(errors))).toEqual(['lineage/dangling-internal', 'lineage/dangling-internal'])
  expect(errors.findings).toHaveLength(2)
  expect(errors.summary).toEqual(made.summary)
})

test('a list says what its findings are about, as they do, and looks up nothing that only telling them takes', async () => {
  const twice = [resource('c'), { ...resource('c'), title: 'other' }, resource('d'), resource('d')]
  const child = { ...resource('e'), parent_databuilder_id: 'bb' }
  const made = check(
    await graphOf({
      'run.jsonl': [...twice, child, edge(internal('c'), internal('cc')), edge(internal('c'), internal('c'))],
    }),
  )
  // By their outlines, and by others.
  expect(made.findings.map(({ rule }) => rule)).toEqual(
    expect.arrayContaining([...OUTLINED, 'lineage/no-self']),
  )
  const list = findingsOf(made)
  for (const [i, about] of [...list.abouts()].entries()) {
    const { rule, severity, subject } = list.at(i)
    expect(about).toMatchObject({ rule, severity, subject })
    expect(nodesOfFinding(made.graph, about)).toEqual(nodesOfFinding(made.graph, list.at(i)))
  }
})

const OUTLINED = [
  'hierarchy/dangling-parent',
  'lineage/dangling-internal',
  'resource/conflicting-id',
  'resource/repeated-declaration',
]

test('what a missing id was meant to be is looked for when its finding is told, and not for what a list shows of it', async () => {
  const ends = ['ordrs', 'nothing like it'].map((id) => edge(internal('orders'), internal(id)))
  const run = await graphOf({ 'run.jsonl': [resource('orders'), ...ends] })
  const [one, all] = [
    vi.spyOn(NearestIndex.prototype, 'nearestAtOnce'),
    vi.spyOn(NearestIndex.prototype, 'nearestOf'),
  ]
  onTestFinished(() => void vi.restoreAllMocks())
  const list = findingsOf(check(run, { only: ['lineage/dangling-internal'] }))
  const headlines = [0, 1].map((i) => list.headlineAt(i))
  const told = [...list.abouts(), ...headlines.map(({ message, count }) => [message, count])]
  expect(told.slice(-2)).toEqual([
    ["'ordrs' is used in lineage but never declared", 1],
    ["'nothing like it' is used in lineage but never declared", 1],
  ])
  expect(one).not.toHaveBeenCalled()
  expect(list.at(0).help).toContain("did you mean 'orders'?")
  expect(list.at(0).data).toEqual({ nearest: 'orders', count: 1 })
  expect(all).not.toHaveBeenCalled() // it was found at once
  expect(list.at(1).help).toMatch(/^declare 'nothing like it'/)
  expect(list.at(0).help).toContain("did you mean 'orders'?")
  expect(all).toHaveBeenCalledOnce()
})

test('report.findings are plain objects, in which nothing is still to be looked up', async () => {
  const { findings } = await report()
  for (const finding of findings)
    for (const object of [finding, finding.data])
      for (const property of Object.values(Object.getOwnPropertyDescriptors(object)))
        expect(property.get).toBeUndefined()
})
