import { batch, signal, type ReadonlySignal, type Signal } from '@preact/signals'
import type { OpenedRun, Stage } from '../panels/model.ts'
import { unreadWords } from '../panels/unread-words.ts'
import type { Prepared } from '../scene/picture/prepared.ts'
import type { GivenRun } from '../source/run-input.ts'
import { vanishedText } from '../state/vanished.ts'
import { startClient, type AskingEnd, type Client } from '../worker/client.ts'
import type { Progress } from '../worker/answers/run-facts.ts'
import type { StartedView } from './start-view.ts'
import { toldTogether } from './told-together.ts'

interface OpeningWish extends Pick<StartedView, 'view' | 'change'> {
  readonly startWorker: () => AskingEnd
  /** What is seen of the run before; null where another is opened. */
  readonly picture: ReadonlySignal<Prepared | null>
  readonly notice: Signal<string>
  /** What a screen reader is told. */
  readonly said: Signal<string>
}

/** Reading runs in a worker: one at a time, and what was read stays until the next one is. */
export function startOpening({ startWorker, picture, view, change, notice, said }: OpeningWish) {
  const stage = signal<Stage>({ kind: 'waiting' })
  const run = signal<OpenedRun | null>(null)
  let openings = 0
  /** What was told last of lines that could not be read. */
  let saidUnread = ''
  const onProgress = (progress: Progress): void => {
    if (stage.peek().kind === 'reading') stage.value = { kind: 'reading', progress }
  }
  let client = startClient(startWorker(), onProgress)
  const ask: Client['ask'] = (question, ...args) => client.ask(question, ...args)
  const fail = (what: string, help: string): void => {
    stage.value = { kind: 'broken', what, help, findings: null }
  }

  const open = async (given: GivenRun | Promise<GivenRun>): Promise<void> => {
    const turn = ++openings
    if (run.peek() === null || stage.peek().kind !== 'ready')
      stage.value = { kind: 'reading', progress: null }
    try {
      const { inputs, name, plan, base } = await given
      if (turn !== openings) return
      const facts = await ask('open', inputs, plan, base)
      performance.mark('run read')
      if (turn !== openings) return
      const opened = { facts, name, version: turn }
      if (facts.isEmpty) {
        run.value = null
        stage.value = {
          kind: 'broken',
          what: 'Nothing is declared in there',
          help: 'A run is lines of JSON: resources with a databuilder_id, and lineage with two identifiers.',
          findings: opened,
        }
        return
      }
      if (run.peek()) said.value = 'The run has changed and was read again'
      const settled = await ask('settle', view.peek(), picture.peek()?.opensAt)
      if (turn !== openings) return
      const lost = vanishedText(view.peek(), settled)
      const unread = unreadWords(facts)
      // What the address could not say is told too; what an earlier reading has lost is told already.
      const before = run.peek() && unread + lost !== '' ? '' : notice.peek().replace(saidUnread, '').trim()
      notice.value = toldTogether(before, lost, unread)
      saidUnread = unread
      batch(() => {
        change(settled)
        run.value = opened
      })
    } catch (error) {
      if (turn === openings)
        fail('The run could not be read', error instanceof Error ? error.message : String(error))
    }
  }

  return {
    stage,
    run,
    ask,
    open,
    fail,
    /** Stops the worker in whatever it does. */
    cancel() {
      openings++
      client.stop()
      client = startClient(startWorker(), onProgress)
      run.value = null
      stage.value = { kind: 'empty' }
    },
  }
}

export type StartedOpening = ReturnType<typeof startOpening>
