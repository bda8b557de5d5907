import { useSignal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { fitter } from './text-fitter.ts'

interface RowNameProps {
  readonly name: string
  /** How much of its beginning a name beside it has too. */
  readonly shared: number
  readonly isBold: boolean
}

/** The name in a row, cut where there is no room for it: at its end, and where it would then read as one beside it, before what tells it from that. */
export function RowName({ name, shared, isBold }: RowNameProps) {
  return shared === 0 ? <bdi class="name">{name}</bdi> : <AlikeName {...{ name, shared, isBold }} />
}

function AlikeName({ name, shared, isBold }: RowNameProps) {
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
        {fitter().fit(name, width.value, 12, isBold ? 600 : 400, shared)}
      </bdi>
      <bdi class="unseen">{name}</bdi>
    </>
  )
}
