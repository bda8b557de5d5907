import { useSignal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Telling } from '../scene/picture/telling.ts'
import { fitter } from './text-fitter.ts'

interface RowNameProps {
  readonly name: string
  /** What tells it from the names beside it. */
  readonly telling: Telling | null
  readonly isBold: boolean
}

/** The name in a row, cut where there is no room for it: at its end, and where it could then be read as one beside it, so that what tells it from those is left. */
export function RowName({ name, telling, isBold }: RowNameProps) {
  return telling === null ? <bdi class="name">{name}</bdi> : <AlikeName {...{ name, telling, isBold }} />
}

function AlikeName({ name, telling, isBold }: RowNameProps) {
  const box = useRef<HTMLElement>(null)
  const width = useSignal(Infinity)
  useLayoutEffect(() => {
    const observer = new ResizeObserver(([entry]) => (width.value = entry!.contentRect.width))
    observer.observe(box.current!)
    return () => observer.disconnect()
  }, [])
  return (
    <>
      <bdi class="name" aria-hidden="true" data-whole={name} ref={box}>
        {fitter().fit(name, width.value, 12, isBold ? 600 : 400, telling)}
      </bdi>
      <bdi class="unseen">{name}</bdi>
    </>
  )
}
