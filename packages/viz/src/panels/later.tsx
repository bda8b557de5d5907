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

/**
 * A part of the page that its first sight does not need: loaded when it is shown first, or when the first picture is there.
 * @param what how a notice calls it.
 * @param giveUp of a part that takes the focus: called in place of showing it where the focus has gone elsewhere while it was loaded.
 */
export function later<Props extends object>(
  what: string,
  load: () => Promise<FunctionComponent<Props>>,
  giveUp?: (props: Props, model: Model) => void,
): FunctionComponent<Props> {
  let loaded: FunctionComponent<Props> | undefined
  const loadOnce = async (): Promise<void> => {
    loaded ??= await load()
  }
  parts.push(loadOnce)
  return function Later(props) {
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
    return Part ? <Part {...props} /> : null
  }
}
