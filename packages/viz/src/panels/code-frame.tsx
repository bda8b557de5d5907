import type { Frame } from '../worker/findings.ts'

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
      <pre tabIndex={0}>
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
      {label && <div class="frame-label">{label}</div>}
    </div>
  )
}
