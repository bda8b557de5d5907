import type { DeclaredField } from '../worker/answers/details.ts'
import { AFTER_PARTS, Breaking } from './breaking.tsx'
import { CopyButton } from './copy-button.tsx'
import { meaningOf } from './field-meanings.ts'
import { Sql } from './sql.tsx'

/** A field of a declaration with its value. */
export function Field({ name, value, sql }: DeclaredField) {
  const hasLines = value.includes('\n')
  const isId = name.endsWith('_id')
  const long = hasLines || sql || value.length > (isId ? ID_BESIDE : BESIDE) ? 'long' : ''
  return (
    <>
      <dt class={long} title={meaningOf(name)}>
        <Breaking text={name} after={/(?<=_)/} />
      </dt>
      {sql ? (
        <dd class="long whole">
          <Sql pieces={sql} />
        </dd>
      ) : (
        <dd
          class={`${long} ${hasLines ? 'lines' : ''} ${isId ? 'mono' : ''}`}
          title={value}
          tabIndex={hasLines ? 0 : undefined}
        >
          <bdi>{hasLines ? value : <Breaking text={value} after={AFTER_PARTS} />}</bdi>
          {isId && value !== '' && (
            <CopyButton class="copy-id" text={value} icon="copy">
              <span class="unseen">Copy {name}</span>
            </CopyButton>
          )}
        </dd>
      )}
    </>
  )
}

/** A value of more characters than this has no room beside the name of its field. */
const BESIDE = 24
/** The letters of an id are wider, and a button stands behind it. */
const ID_BESIDE = 16

/** Where something is declared: the name of the file is enough to read, and the whole place is what one takes to an editor. */
export const FilePlace = ({ file, line }: { file: string; line: number }) => (
  <CopyButton class="file-place" text={`${file}:${line}`}>
    {file.split('/').at(-1)}:{line}
  </CopyButton>
)

/** What Secoda takes each field of a declaration for. */
export const Meanings = ({ names }: { names: readonly string[] }) => (
  <details class="raw">
    <summary>what the fields mean</summary>
    <dl class="meanings">
      {names.map((name) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{meaningOf(name)}</dd>
        </div>
      ))}
    </dl>
  </details>
)

/** A line as it stands in its file. */
export const RawLine = ({ text, isOpen = false }: { text: string; isOpen?: boolean }) => (
  <details class="raw" open={isOpen}>
    <summary>raw line</summary>
    <pre tabIndex={0}>
      <Breaking text={text} after={/(?<=[,{:])(?=["{[])/} />
    </pre>
  </details>
)
