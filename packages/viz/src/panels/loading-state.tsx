import { grouped } from '@lineagraph/core'
import { lookOf } from '../tokens/looks.ts'
import type { Progress, Step } from '../worker/answers/run-facts.ts'
import { Icon, SortIcon } from './icon.tsx'
import { bytes, counted } from './words.ts'
import './loading-state.css'

const STEPS: readonly { step: Step; label: string }[] = [
  { step: 'read', label: 'Read' },
  { step: 'resolve', label: 'Resolve' },
  { step: 'check', label: 'Check' },
  { step: 'lay out', label: 'Lay out' },
]

/** A run is being read: how far, and what has been found so far. The page answers all the while. */
export function LoadingState({ progress }: { progress: Progress | null }) {
  const files = progress?.files ?? []
  const step = progress?.step ?? 'unpack'
  const sum = (of: (file: (typeof files)[number]) => number): number =>
    files.reduce((all, file) => all + of(file), 0)
  const [lines, read, size] = [sum((file) => file.lines), sum((file) => file.bytes), sum((file) => file.size)]
  const share = size > 0 ? Math.min(1, read / size) : 0
  const percent = Math.floor(share * 100)
  const now = STEPS.findIndex((one) => one.step === (step === 'unpack' ? 'read' : step))
  return (
    <main class="state loading" aria-label="Reading the run">
      <div class="sheet">
        <div class="progress-head">
          {step === 'unpack' ? (
            <span>{progress ? 'Unpacking' : 'Opening the run'}</span>
          ) : (
            <>
              <b>{grouped(lines)}</b>
              <span>
                {share > 0 && share < 1 ? `of about ${grouped(Math.round(lines / share))} lines` : 'lines'}
              </span>
            </>
          )}
          <span class="room" />
          <span>{percent} %</span>
        </div>
        <div
          class="progress"
          role="progressbar"
          aria-label="Bytes read"
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={percent}
        >
          <i style={{ width: `${share * 100}%` }} />
        </div>
        {step !== 'unpack' && files.map((file) => <FileProgress key={file.id} file={file} />)}
        <ol class="steps">
          {STEPS.map(({ step: one, label }, i) => (
            <li
              key={one}
              class={i < now ? 'done' : i === now ? 'now' : ''}
              aria-current={i === now ? 'step' : undefined}
            >
              {label}
            </li>
          ))}
        </ol>
        {progress && step !== 'unpack' && <FoundSoFar progress={progress} />}
      </div>
    </main>
  )
}

function FileProgress({ file }: { file: Progress['files'][number] }) {
  const isRead = file.bytes >= file.size
  return (
    <div class="progress-file">
      <Icon name={isRead ? 'check' : 'refresh'} hue={isRead ? 'added' : 'accent'} />
      <bdi class="name">{file.name.split('/').at(-1)}</bdi>
      {file.lines > 0 && <span>{counted(file.lines, 'line')}</span>}
      <span class="size">{isRead ? bytes(file.size) : `${bytes(file.bytes)} of ${bytes(file.size)}`}</span>
    </div>
  )
}

/** Counts by type as they come. */
function FoundSoFar({ progress: { sorts, lineage } }: { progress: Progress }) {
  return (
    <>
      <h2 id="so-far">Found so far</h2>
      <ul class="so-far" aria-labelledby="so-far">
        {sorts.map(({ sort, count }) => {
          const { one, many } = lookOf(sort)
          return (
            <li key={sort}>
              <SortIcon sort={sort} />
              <b>{grouped(count)}</b> <bdi>{count === 1 ? one : many}</bdi>
            </li>
          )
        })}
        <li>
          <Icon name="lineage" />
          <b>{grouped(lineage)}</b> {lineage === 1 ? 'edge' : 'edges'}
        </li>
      </ul>
    </>
  )
}
