import type { Frame } from '../worker/answers/findings.ts'

/** A label of more characters than this has no room right below the mark. */
const BELOW = 26

/** The marked part of a line with what is around it. */
export function CodeFrame({ frame, severity }: { frame: Frame; severity: string }) {
  const { file, line, column, before, marked, after, label, isGone } = frame
  return (
    <div class={`frame frame-${severity}`}>
      <div class="frame-place">
        <bdi>{file.split('/').at(-1)}</bdi>
        <span class="faint">
          :{line}:{column}
        </span>
      </div>
      <div class="frame-lines" tabIndex={0}>
        <pre>
          <span class="line-number">{line}</span>
          {isGone ? (
            <i class="faint">the file has changed since it was read</i>
          ) : (
            <>
              {before}
              <mark>{marked}</mark>
              {after}
            </>
          )}
        </pre>
        {label && (
          <div class="frame-label" style={{ '--before': isGone || label.length > BELOW ? 0 : before.length }}>
            {label}
          </div>
        )}
      </div>
    </div>
  )
}
