import { meaningOf } from './field-meanings.ts'

/** A field of a declaration with its value. */
export const Field = ({ name, value }: { name: string; value: string }) => (
  <>
    <dt title={meaningOf(name)}>{name}</dt>
    <dd class={name.endsWith('_id') ? 'mono' : ''} title={value}>
      <bdi>{value}</bdi>
    </dd>
  </>
)

/** Where something is declared. */
export const FilePlace = ({ file, line }: { file: string; line: number }) => (
  <span class="file-place" title={`${file}:${line}`}>
    {file.split('/').at(-1)}:{line}
  </span>
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
    <pre tabIndex={0}>{text}</pre>
  </details>
)
