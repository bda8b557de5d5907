import { layoutMemory } from '../layout/boxes/layout-memory.ts'
import { composerOf } from './composer.ts'
import { openRun, type OpenRun, type Surroundings } from './open-run.ts'
import type { outlineAnswers } from './outline-answers.ts'
import type { PanelAnswers } from './panel-answers.ts'
import { DEADLINE, KEPT, startPictures, type DrawnRun } from './picture-answers.ts'
import { openingLevel } from './pictures/opening-level.ts'
import { takeSteps } from './pictures/take-steps.ts'
import type { Answers } from './protocol.ts'
import { thingAnswers, type ThingAnswers } from './thing-answers.ts'

/** A run with what answers questions about it. */
interface AnsweringRun extends DrawnRun {
  readonly things: ThingAnswers
  /** What they take is loaded when somebody asks first, or when the first picture is there: the page opens without it. */
  readonly panels: () => Promise<PanelAnswers>
  readonly outline: () => Promise<ReturnType<typeof outlineAnswers>>
}

function answering(run: OpenRun): AnsweringRun {
  const composer = composerOf(run, KEPT)
  let panels: Promise<PanelAnswers> | undefined
  let outline: ReturnType<AnsweringRun['outline']> | undefined
  return {
    ...{ run, composer, things: thingAnswers(run, composer) },
    panels: () =>
      (panels ??= import('./panel-answers.ts').then((m) => m.panelAnswers(run, composer.composed))),
    outline: () => (outline ??= import('./outline-answers.ts').then((m) => m.outlineAnswers(run))),
  }
}

/** Answers what the page asks, about the run that it opened last. */
export function startSession(surroundings: Surroundings): Answers {
  const { now } = surroundings
  const memory = layoutMemory()
  let opened: AnsweringRun | undefined
  let openings = 0
  const current = (): AnsweringRun => {
    if (!opened) throw new Error('no run is open')
    return opened
  }
  /** Loads what the first picture does not need. */
  const onDrawn = (): void => {
    const { panels, outline, composer } = current()
    for (const later of [panels(), outline(), composer.ready('lineage'), import('../source/gunzip.ts')])
      later.catch(() => {}) // whoever asks is told
  }
  const pictures = startPictures({ current, memory, now, onDrawn })
  return {
    async open(inputs, plan, base) {
      const turn = ++openings
      const run = await openRun(inputs, surroundings, plan, base)
      const isWanted = (): boolean => turn === openings
      const level = await takeSteps(openingLevel(run.sheet, run.readable, { memory, now }), {
        ...{ now, isWanted, deadline: DEADLINE },
      })
      if (isWanted()) {
        opened = answering({ ...run, readable: level ?? run.readable })
        pictures.forget()
      }
      return run.facts
    },
    ...pictures.answers,
    locate: (...args) => current().things.locate(...args),
    around: (...args) => current().things.around(...args),
    settle: (...args) => current().things.settle(...args),
    columnsOf: (...args) => current().things.columnsOf(...args),
    openAtFirst: (...args) => current().things.openAtFirst(...args),
    outline: async (...args) => (await current().outline()).outline(...args),
    wayTo: async (...args) => (await current().outline()).wayTo(...args),
    paths: async (...args) => (await current().panels()).paths(...args),
    circles: async (...args) => (await current().panels()).circles(...args),
    describe: async (...args) => (await current().panels()).describe(...args),
    async describeEdge(from, to, wish, most) {
      const { composer, panels } = current()
      await composer.ready(wish.kind)
      return (await panels()).describeEdge(from, to, wish, most)
    },
    findings: async (...args) => (await current().panels()).findings(...args),
    finding: async (...args) => (await current().panels()).finding(...args),
    search: async (...args) => (await current().panels()).search(...args),
    changes: async (...args) => (await current().panels()).changes(...args),
    async impact(wish, from, count) {
      const { composer, panels } = current()
      await composer.ready(wish.shown.kind)
      return (await panels()).impact(wish, from, count)
    },
    async impactText(wish, format) {
      const { composer, panels } = current()
      await composer.ready(wish.shown.kind)
      return (await panels()).impactText(wish, format)
    },
  }
}
