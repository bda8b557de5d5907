import type { FindingRow } from '../worker/answers/findings.ts'
import { cutIds } from './cut-ids.ts'
import { SeverityIcon } from './icon.tsx'
import { counted } from './words.ts'

interface FindingLineProps {
  readonly finding: FindingRow
  readonly isOpen?: boolean
  readonly onClick?: () => void
}

/** A finding in two lines: what is wrong, and which rule says so where. */
export function FindingLine({ finding, isOpen, onClick }: FindingLineProps) {
  const { severity, message, rule, place, count } = finding
  const short = cutIds(message)
  const content = (
    <>
      <SeverityIcon severity={severity} />
      <span class="what">
        <span class="message">
          <span class="unseen">{severity}: </span>
          {short === message ? (
            <bdi>{message}</bdi>
          ) : (
            <>
              <bdi aria-hidden="true">{short}</bdi>
              <bdi class="unseen">{message}</bdi>
            </>
          )}
        </span>
        <span class="where">
          {rule}
          {place && ` · ${place.file.split('/').at(-1)}:${place.line}`}
        </span>
      </span>
      {count > 1 && <span class="count">{counted(count, 'place')}</span>}
    </>
  )
  return onClick ? (
    <button
      type="button"
      class={`finding ${isOpen ? 'open' : ''}`}
      aria-expanded={isOpen}
      title={message}
      onClick={onClick}
    >
      {content}
    </button>
  ) : (
    <div class="finding" title={message}>
      {content}
    </div>
  )
}
