import { textOfLineAt, thingOfKey, type Location } from '@lineagraph/core'
import { changesTeller, type ChangesTeller } from './answers/change-rows.ts'
import { circleOfFinding, circlesOfRun } from './answers/circle-rows.ts'
import type { Composed } from './pictures/composed.ts'
import { describe } from './answers/details.ts'
import { describeAsked } from './answers/edge-asked.ts'
import { findingDetails, findingsTeller, indexByPrint } from './answers/findings.ts'
import { describeGroup } from './answers/group-details.ts'
import { impactTeller, type ImpactTeller } from './answers/impact.ts'
import type { OpenRun } from './open-run.ts'
import { pathsTeller } from './answers/path-rows.ts'
import type { PictureWish } from './pictures/picture-wish.ts'
import type { Questions } from './protocol.ts'
import { searcherOf, type Searcher } from './answers/searcher.ts'

/** What panels ask and no picture needs. */
export type PanelAnswers = Pick<
  Questions,
  | 'paths'
  | 'circles'
  | 'describe'
  | 'describeEdge'
  | 'findings'
  | 'finding'
  | 'search'
  | 'changes'
  | 'impact'
  | 'impactText'
>

/** Answers what panels ask about one run; what is dear is worked out when somebody asks first. */
export function panelAnswers(
  { report, findings, findingsOfNode, sheet, diff }: OpenRun,
  composed: (wish: PictureWish) => Composed,
): PanelAnswers {
  const { atlas, signs } = sheet
  let searcher: Searcher | undefined
  let changesNow: ChangesTeller | undefined
  let impacts: ImpactTeller | undefined
  const indexOf = indexByPrint(findings)
  let findingsNow: ReturnType<typeof findingsTeller> | undefined
  const lineAt = ({ file, line }: Location): string | undefined => textOfLineAt(report.graph.run, file, line)
  return {
    paths: pathsTeller(sheet),
    circles: (from, count) => circlesOfRun(sheet, from, count),
    describe(key, most) {
      const thing = thingOfKey(atlas.graph, atlas.tree, key)
      if (thing === undefined) return null
      return thing >= atlas.graph.nodeCount
        ? describeGroup(atlas, signs, thing, most)
        : describe(sheet, thing, findings.pick(findingsOfNode.get(thing) ?? []), most)
    },
    describeEdge: (from, to, wish, most) => describeAsked(sheet, composed(wish), from, to, most),
    findings: (wish) => (findingsNow ??= findingsTeller(report, findings))(wish),
    finding(fingerprint) {
      const index = indexOf(fingerprint)
      if (index < 0) return null
      const finding = findings.at(index)
      const circle = circleOfFinding(sheet, finding)
      return findingDetails(report.graph, finding, circle, lineAt, () => sheet.circles().declared)
    },
    search: (text, from, count) =>
      (searcher ??= searcherOf(report.graph, () => findings.abouts())).search(text, from, count),
    changes: (wish) => (diff ? (changesNow ??= changesTeller(diff))(wish) : { rows: [], from: 0, total: 0 }),
    impact: (wish, from, count) => (impacts ??= impactTeller(sheet, composed)).impact(wish, from, count),
    impactText: (wish, format) => (impacts ??= impactTeller(sheet, composed)).text(wish, format),
  }
}
