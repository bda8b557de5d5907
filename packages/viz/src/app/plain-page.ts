// For tests only: the page's model with a history of its own, over a worker in its own thread, and nothing drawn.
import { vi } from 'vitest'
import type { Size } from '../scene/camera/camera.ts'
import { rectOf } from '../scene/picture/rects-of.ts'
import { hashToView, viewToHash } from '../state/view-hash.ts'
import type { View } from '../state/view.ts'
import type { AskingEnd } from '../worker/client.ts'
import type { Answers } from '../worker/protocol.ts'
import { feeds, thing } from '../worker/plain-run.ts'
import { workerOrHere } from '../worker/worker-or-here.ts'
import { startModel, type StartedModel } from './start-model.ts'

const SIZE: Size = { width: 936, height: 780 }

/** What a page has of a browser. Undone by `vi.unstubAllGlobals()`. */
export function stubBrowser(): void {
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: query.includes('reduced-motion'),
    addEventListener: () => {},
  }))
  vi.stubGlobal('document', { querySelector: () => null, querySelectorAll: () => [] })
  vi.stubGlobal('innerWidth', 1440)
  vi.stubGlobal('innerHeight', 900)
}

/** A database of 9 schemas with 130 tables each: more than a thousand things, so that what comes next is drawn ahead. */
export const LARGE = ((): string[] => {
  const schemas = Array.from({ length: 9 }, (_, i) => `s${i}`)
  const tables = schemas.flatMap((schema) => Array.from({ length: 130 }, (_, i) => `${schema}.t${i}`))
  const groups = Array.from({ length: 6 }, (_, i) => `group${i}`)
  return [
    thing('database', 'db'),
    ...schemas.map((schema) => thing('schema', schema, 'db')),
    ...tables.map((table) => thing('table', table, table.split('.')[0])),
    ...groups.map((group) => thing('dashboard_group', group)),
    ...groups.map((group) => thing('dashboard', `${group}.d`, group)),
    ...tables.slice(130).map((table, i) => feeds(tables[i]!, table)),
    ...groups.map((group, i) => feeds(tables[i * 200]!, `${group}.d`)),
  ].map((line) => JSON.stringify(line))
})()

export interface PlainPage {
  readonly model: StartedModel
  /** The hashes that the address has had, the oldest first. */
  readonly history: readonly string[]
  /** The hash that it has now. */
  address(): string
  /** What the address says of the view. */
  said(): View
  back(): Promise<void>
  forward(): Promise<void>
  /** Waits until nothing is asked any more, and what may be foreseen is, where that is waited for. */
  rest(milliseconds?: number): Promise<void>
  /** Where the left upper corner of a thing is in the window, and how large a unit is. */
  place(key: string): { readonly x: number; readonly y: number; readonly k: number } | null
  /** What answers, as the worker does. */
  readonly answers: Answers
  close(): void
}

/** Opens lines of a run under a link. */
export async function plainPage(
  lines: readonly string[],
  hash = '',
  base?: readonly string[],
): Promise<PlainPage> {
  let waiting = 0
  let end: AskingEnd
  const startWorker = (): AskingEnd => {
    end = workerOrHere(() => {
      throw new Error('there are no workers')
    })
    const counted: AskingEnd = {
      addEventListener: (type: 'message' | 'error', listener: (event: never) => void) => {
        if (type === 'error') return
        end.addEventListener('message', (event) => {
          if ('id' in event.data) waiting--
          ;(listener as (event: unknown) => void)(event)
        })
      },
      postMessage(question) {
        waiting++
        end.postMessage(question)
      },
      terminate: () => end.terminate(),
    }
    return counted
  }
  const history = [hash]
  let at = 0
  const model = startModel({
    startWorker,
    ...hashToView(hash),
    prefersDark: false,
    onView(view, isStep) {
      if (isStep) history.splice(++at)
      history[at] = viewToHash(view)
    },
  })
  const rest = async (milliseconds = 5): Promise<void> => {
    for (let still = 0; still < 3; still++) {
      await new Promise((resolve) => setTimeout(resolve, milliseconds))
      if (waiting > 0) still = -1
    }
  }
  const go = async (by: 1 | -1): Promise<void> => {
    if (history[at + by] === undefined) return
    at += by
    const { view, notice } = hashToView(history[at]!)
    model.goTo(view, notice)
    await rest()
  }
  model.takeLever({ moveTo: (camera) => (model.camera.value = camera), scaleBy: () => {} })
  const inputs = (text: readonly string[]) => [{ name: 'run.jsonl', blob: new Blob([text.join('\n')]) }]
  await model.open({
    name: 'run',
    inputs: inputs(lines),
    ...(base && { base: { name: 'before', inputs: inputs(base) } }),
  } as Parameters<StartedModel['open']>[0])
  await rest()
  // There is a window as soon as there is a picture to be seen through it.
  model.size.value = SIZE
  await rest()
  return {
    ...{ model, history, rest },
    address: () => history[at]!,
    said: () => hashToView(history[at]!).view,
    back: () => go(-1),
    forward: () => go(1),
    place(key) {
      const picture = model.picture.peek()
      const card = picture?.cardOfKey.get(key)
      if (!picture || card === undefined) return null
      const { x, y, k } = model.camera.peek()
      const rect = rectOf(picture, card)
      return { x: (rect.x - x) * k + SIZE.width / 2, y: (rect.y - y) * k + SIZE.height / 2, k }
    },
    answers: new Proxy({} as Answers, {
      get:
        (_, question: keyof Answers) =>
        (...args: never[]) =>
          model.ask(question, ...(args as unknown as [never])),
    }),
    close: () => end.terminate(),
  }
}
