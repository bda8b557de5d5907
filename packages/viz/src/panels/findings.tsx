import { useSignal, useSignalEffect } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { FindingDetails, Findings, Frame } from '../worker/protocol.ts'
import { ThingLine } from './details.tsx'
import { FindingLine } from './finding-line.tsx'
import { Icon, SeverityIcon } from './icon.tsx'
import { useModel } from './model.ts'
import { Rows } from './rows.tsx'
import { counted, number } from './words.ts'
import './findings.css'

const ROW = 50
/** How many code frames a finding shows; it counts the others. */
const FRAMES = 5

const CHIPS = [
  { severity: 'error', field: 'errors', one: 'error', many: 'errors' },
  { severity: 'warning', field: 'warnings', one: 'warning', many: 'warnings' },
  { severity: 'info', field: 'infos', one: 'note', many: 'notes' },
] as const

/** Everything that is wrong, the gravest first; the one that is open shows its place and how to mend it. */
export function FindingsPanel() {
  const model = useModel()
  const window = useSignal({ from: 0, count: 30 })
  const list = useSignal<Findings | null>(null)
  const open = useSignal<FindingDetails | null>(null)
  const openHeight = useSignal(0)
  const scroll = useSignal<{ row: number } | null>(null)
  const asked = useRef(0)
  const scrolledTo = useRef<string | null>(null)

  useSignalEffect(() => {
    if (!model.run.value) return
    const { mute, finding } = model.view.value
    const turn = ++asked.current
    void Promise.all([
      model.ask('findings', { mute, ...window.value, focus: finding }),
      finding === null ? null : model.ask('finding', finding),
    ]).then(([findings, details]) => {
      if (turn !== asked.current) return
      list.value = findings
      open.value = details
      if (details && findings.focus >= 0 && scrolledTo.current !== finding)
        scroll.value = { row: findings.focus }
      scrolledTo.current = finding
    })
  })

  const { mute, finding } = model.view.value
  const choose = (fingerprint: string): void => {
    const isOpen = finding === fingerprint
    model.change({ finding: isOpen ? null : fingerprint })
    if (!isOpen)
      void model.ask('finding', fingerprint).then((details) => {
        const [first] = details?.things ?? []
        if (first) model.show(first.key)
        model.change({ tab: 'findings' })
      })
  }
  const toggle = (severity: string): void =>
    model.change({
      mute: mute.includes(severity) ? mute.filter((one) => one !== severity) : [...mute, severity],
    })
  const focused = list.value && open.value && list.value.focus >= 0 ? list.value.focus : -1
  return (
    <div class="findings">
      <div class="chips" role="group" aria-label="Severities">
        {CHIPS.map(({ severity, field, one, many }) => (
          <button
            key={severity}
            type="button"
            class={`button severity-chip ${mute.includes(severity) ? 'off' : ''}`}
            aria-pressed={!mute.includes(severity)}
            onClick={() => toggle(severity)}
          >
            <SeverityIcon severity={severity} size={13} />
            {counted(list.value?.[field] ?? 0, one, many)}
          </button>
        ))}
      </div>
      {list.value?.total === 0 && (
        <p class="hint">
          {mute.length > 0 ? 'Nothing of what is switched on.' : 'Nothing is wrong with this run.'}
        </p>
      )}
      <Rows
        slice={list.value}
        rowHeight={ROW}
        focus={scroll.value}
        aria-label="Findings"
        role="group"
        onWindow={(from, count) => (window.value = { from, count })}
        insert={
          focused >= 0
            ? {
                row: focused,
                height: openHeight.value,
                content: (
                  <OpenFinding finding={open.value!} onHeight={(height) => (openHeight.value = height)} />
                ),
              }
            : null
        }
      >
        {(row) => (
          <FindingLine
            finding={row}
            isOpen={row.fingerprint === finding}
            onClick={() => choose(row.fingerprint)}
          />
        )}
      </Rows>
    </div>
  )
}

function OpenFinding({ finding, onHeight }: { finding: FindingDetails; onHeight: (height: number) => void }) {
  const box = useRef<HTMLDivElement>(null)
  const model = useModel()
  useLayoutEffect(() => {
    const observer = new ResizeObserver(() => onHeight(box.current?.offsetHeight ?? 0))
    observer.observe(box.current!)
    return () => observer.disconnect()
  }, [])
  const { frames, help, things, count } = finding
  const [first] = frames
  return (
    <div class="open-finding" ref={box}>
      <p class="whole-message">
        <bdi>{finding.message}</bdi>
      </p>
      {frames.slice(0, FRAMES).map((frame) => (
        <CodeFrame
          key={`${frame.file}:${frame.line}:${frame.column}`}
          frame={frame}
          severity={finding.severity}
        />
      ))}
      {count > FRAMES && (
        <p class="hint inline">and {counted(count - FRAMES, 'more place', 'more places')}</p>
      )}
      <div class="help">
        <b>How to mend it</b>
        <bdi>{help}</bdi>
      </div>
      <div class="actions">
        {things[0] && (
          <button type="button" class="button" onClick={() => model.show(things[0]!.key)}>
            <Icon name="fit" /> Show in picture
          </button>
        )}
        {first && (
          <button
            type="button"
            class="button"
            onClick={() => void navigator.clipboard?.writeText(`${first.file}:${first.line}:${first.column}`)}
          >
            <Icon name="copy" /> Copy place
          </button>
        )}
      </div>
      {things.length > 1 && (
        <div class="about">
          {things.slice(0, 12).map((thing) => (
            <ThingLine key={thing.key} thing={thing} />
          ))}
          {things.length > 12 && <p class="hint inline">and {number(things.length - 12)} more</p>}
        </div>
      )}
    </div>
  )
}

/** The marked part of a line with what is around it. */
function CodeFrame({ frame, severity }: { frame: Frame; severity: string }) {
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
