import { grouped } from '@lineagraph/core'
import { useSignal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { FindingDetails, Frame } from '../worker/answers/findings.ts'
import { CircleSteps } from './circle-steps.tsx'
import { CodeFrame } from './code-frame.tsx'
import { CopyButton } from './copy-button.tsx'
import { Icon } from './icon.tsx'
import { OnlyCircle } from './only-circle.tsx'
import { ThingLine } from './thing-line.tsx'
import { counted } from './words.ts'

/** How many code frames a finding shows; it counts the others. */
const FRAMES = 5

interface OpenFindingProps {
  readonly finding: FindingDetails
  onShow(): void
  onHeight(height: number): void
}

/** A finding with its places, how to mend it, and what it is about. */
export function OpenFinding({ finding, onShow, onHeight }: OpenFindingProps) {
  const box = useRef<HTMLDivElement>(null)
  const explains = useSignal(false)
  useLayoutEffect(() => {
    const observer = new ResizeObserver(() => onHeight(box.current?.offsetHeight ?? 0))
    observer.observe(box.current!)
    return () => observer.disconnect()
  }, [])
  const { frames, help, why, things, count, wayRound: circle } = finding
  const [first] = frames
  return (
    <div class="open-finding" ref={box}>
      <p class="whole-message">
        <bdi>{finding.message}</bdi>
      </p>
      {circle && <CircleSteps circle={circle} />}
      {(circle ? frames.filter((frame) => isCut(circle, frame)) : frames).slice(0, FRAMES).map((frame) => (
        <CodeFrame
          key={`${frame.file}:${frame.line}:${frame.column}`}
          frame={frame}
          severity={finding.severity}
        />
      ))}
      {!circle && count > FRAMES && (
        <p class="hint inline">and {counted(count - FRAMES, 'more place', 'more places')}</p>
      )}
      <div class="help">
        <b>How to mend it</b>
        <bdi>{help}</bdi>
      </div>
      <div class="actions">
        {things[0] && (
          <button type="button" class="button" onClick={onShow}>
            <Icon name="fit" /> Show in picture
          </button>
        )}
        {circle?.cut[0] && finding.circle !== null && (
          <OnlyCircle circle={finding.circle} first={circle.cut[0].from.key} />
        )}
        {first && (
          <CopyButton class="button" text={`${first.file}:${first.line}:${first.column}`} icon="copy">
            Copy place
          </CopyButton>
        )}
        {why !== '' && (
          <button
            type="button"
            class="button"
            aria-expanded={explains.value}
            onClick={() => (explains.value = !explains.value)}
          >
            Explain rule
          </button>
        )}
      </div>
      {explains.value && (
        <div class="help">
          <b>Why it matters</b>
          {why}
          <p class="explain">
            More, with an example: <code>lineagraph explain {finding.rule}</code>
          </p>
        </div>
      )}
      {!circle && things.length > 1 && (
        <div class="about">
          {things.slice(0, 12).map((thing) => (
            <ThingLine key={thing.key} thing={thing} />
          ))}
          {things.length > 12 && <p class="hint inline">and {grouped(things.length - 12)} more</p>}
        </div>
      )}
    </div>
  )
}

/** Whether a frame marks an edge that opens the circle. */
const isCut = ({ cut }: NonNullable<FindingDetails['wayRound']>, { file, line }: Frame): boolean =>
  cut.some(({ place }) => place?.file === file && place.line === line)
