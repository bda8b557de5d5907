import { useSignal } from '@preact/signals'
import type { FunctionComponent } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { useModel, type Model } from './model.ts'

const parts: (() => Promise<unknown>)[] = []

/** Loads every part that has not been shown yet, so that the page goes on when its server is gone. What fails is told where it is shown. */
export const loadTheRest = (): Promise<unknown> => Promise.allSettled(parts.map((load) => load()))

/** Code that is loaded with the rest, where it has not been asked for before: `load` may be called again and again. */
export function loadLater<Code>(load: () => Promise<Code>): () => Promise<Code> {
  parts.push(load)
  return load
}

/** What a notice says of code that cannot be loaded. */
export const notLoaded = (what: string, error: unknown): string =>
  `The ${what} could not be loaded: ${error instanceof Error ? error.message : String(error)}. Reload the page to try again.`

/** What is done about a part while it is loaded. */
interface WhileLoading<Props extends object> {
  /** What stands in its place. */
  readonly Meanwhile?: FunctionComponent
  /** Of a part that takes the focus: called in place of showing it where the focus has gone elsewhere meanwhile. */
  readonly giveUp?: (props: Props, model: Model) => void
}

/** A part of the page that is loaded later. */
interface Later<Props extends object> extends FunctionComponent<Props> {
  /** Loads it before it is shown. What fails is told where it is shown. */
  readonly load: () => void
}

/**
 * A part of the page that its first sight does not need: loaded when it is shown first, or when the first picture is there.
 * @param what how a notice calls it.
 */
export function later<Props extends object>(
  what: string,
  load: () => Promise<FunctionComponent<Props>>,
  { Meanwhile, giveUp }: WhileLoading<Props> = {},
): Later<Props> {
  let loaded: FunctionComponent<Props> | undefined
  const loadOnce = async (): Promise<void> => {
    loaded ??= await load()
  }
  parts.push(loadOnce)
  const Shown = (props: Props) => {
    const isLoaded = useSignal(loaded !== undefined)
    const model = useModel()
    const focused = useRef(document.activeElement)
    useEffect(() => {
      loadOnce().then(
        () => {
          if (giveUp && !isLoaded.value && document.activeElement !== focused.current) giveUp(props, model)
          else isLoaded.value = true
        },
        (error: unknown) => (model.notice.value = notLoaded(what, error)),
      )
    }, [])
    const Part = isLoaded.value ? loaded : undefined
    return Part ? <Part {...props} /> : Meanwhile ? <Meanwhile /> : null
  }
  return Object.assign(Shown, { load: () => void loadOnce().catch(() => {}) })
}
