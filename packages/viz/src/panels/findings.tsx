import { grouped } from '@lineagraph/core'
import { useSignal, useSignalEffect } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { showCircle } from '../state/actions.ts'
import type { View } from '../state/view.ts'
import type { FindingDetails, Findings } from '../worker/answers/findings.ts'
import { FindingLine } from './finding-line.tsx'
import { Icon, SeverityIcon } from './icon.tsx'
import { useModel, type OpenedRun } from './model.ts'
import { OpenFinding } from './open-finding.tsx'
import { Rows } from './rows.tsx'
import { counted } from './words.ts'
import './findings.css'

const ROW = 50
const CHIPS = [
  { severity: 'error', field: 'errors', one: 'error', many: 'errors' },
  { severity: 'warning', field: 'warnings', one: 'warning', many: 'warnings' },
  { severity: 'info', field: 'infos', one: 'note', many: 'notes' },
] as const

/** Everything that is wrong, the gravest first; the one that is open shows its place and how to mend it. */
export function FindingsPanel({ of }: { of: OpenedRun }) {
  const model = useModel()
  const window = useSignal({ from: 0, count: 30 })
  const list = useSignal<Findings | null>(null)
  const open = useSignal<FindingDetails | null>(null)
  const openHeight = useSignal(0)
  const scroll = useSignal<{ row: number } | null>(null)
  const version = useSignal(of.version)
  version.value = of.version
  const asked = useRef(0)
  const scrolledTo = useRef<string | null>(null)
  /** Steps are taken one after the other, each from where the one before it led: that may have to be drawn first. */
  const steps = useRef(Promise.resolve())
  const ledTo = useRef<string | null>(null)

  useSignalEffect(() => {
    void version.value
    const { mute, rule, findingsBy: by, finding } = model.view.value
    const turn = ++asked.current
    if (finding === ledTo.current) ledTo.current = null
    void Promise.all([
      model.ask('findings', { mute, rule, by, ...window.value, focus: finding }),
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

  const { mute, finding, rule, findingsBy } = model.view.value
  const choose = async (fingerprint: string): Promise<void> => {
    const details = await model.ask('finding', fingerprint)
    if (details) showPlace(details)
  }
  const step = (way: 'before' | 'after'): void => {
    const take = async (): Promise<void> => {
      const focus = ledTo.current ?? model.view.peek().finding
      const found = await model.ask('findings', { mute, rule, by: findingsBy, ...window.peek(), focus })
      const to = found.focus < 0 ? (found.rows[0]?.fingerprint ?? null) : found[way]
      ledTo.current = to
      if (to !== null) await choose(to)
    }
    steps.current = steps.current.then(take, take)
  }
  const showPlace = ({ fingerprint, circle: key, wayRound, things: [first] }: FindingDetails): void => {
    const beside = { tab: 'findings', finding: fingerprint } as const
    if (key !== null && wayRound?.cut[0]) {
      const { from, to } = wayRound.cut[0]
      const { size } = wayRound
      model.act((view) => ({ ...showCircle(view, { key, size, from: from.key, to: to.key }), ...beside }))
    } else if (first) model.show(first.key, beside)
    else model.change(beside)
  }
  const toggle = (severity: string): void =>
    model.change({
      mute: mute.includes(severity) ? mute.filter((one) => one !== severity) : [...mute, severity],
    })
  const shown = list.value
  const focused = shown && open.value && shown.focus >= 0 ? shown.focus : -1
  const neighbours = [
    { way: 'before', label: 'Previous finding', icon: 'chevronUp', to: shown?.before ?? null },
    {
      way: 'after',
      label: 'Next finding',
      icon: 'chevronDown',
      to: shown ? (focused >= 0 ? shown.after : (shown.rows[0]?.fingerprint ?? null)) : null,
    },
  ] as const
  return (
    <div class="findings">
      <div class="findings-head">
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
              {counted(shown?.[field] ?? 0, one, many)}
            </button>
          ))}
        </div>
        <div class="findings-tools">
          <select
            class="select"
            aria-label="Rule"
            value={rule ?? ''}
            onChange={(event) => model.change({ rule: event.currentTarget.value || null })}
          >
            <option value="">all rules</option>
            {shown?.rules.map(({ rule: name, count }) => (
              <option key={name} value={name}>
                {name} · {grouped(count)}
              </option>
            ))}
          </select>
          <select
            class="select order"
            aria-label="Order"
            value={findingsBy}
            onChange={(event) =>
              model.change({ findingsBy: event.currentTarget.value as View['findingsBy'] })
            }
          >
            {ORDERS.map((order) => (
              <option key={order} value={order}>
                by {order}
              </option>
            ))}
          </select>
          <span class="room" />
          {neighbours.map(({ way, label, icon, to }) => (
            <button
              key={label}
              type="button"
              class="icon-button small"
              aria-label={label}
              disabled={to === null}
              onClick={() => step(way)}
            >
              <Icon name={icon} />
            </button>
          ))}
        </div>
      </div>
      {shown?.total === 0 &&
        (mute.length > 0 || rule !== null ? (
          <div class="nothing">
            <p>No finding is of the severities and the rule that are chosen.</p>
            <button type="button" class="button" onClick={() => model.change({ mute: [], rule: null })}>
              Show all findings
            </button>
          </div>
        ) : (
          <div class="nothing">
            <Icon name="check" size={28} hue="added" />
            <h3>Nothing is wrong with this run</h3>
            <p>Every line is a declaration, and every identifier leads where it should.</p>
          </div>
        ))}
      <Rows
        slice={shown}
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
                  <OpenFinding
                    finding={open.value!}
                    onShow={() => showPlace(open.value!)}
                    onHeight={(height) => (openHeight.value = height)}
                  />
                ),
              }
            : null
        }
      >
        {(row) => (
          <FindingLine
            finding={row}
            isOpen={row.fingerprint === finding}
            onClick={() => {
              ledTo.current = null
              if (row.fingerprint === finding) model.change({ finding: null })
              else void choose(row.fingerprint)
            }}
          />
        )}
      </Rows>
    </div>
  )
}

const ORDERS = ['severity', 'rule', 'place'] as const
