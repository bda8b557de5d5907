import { grouped } from '@lineagraph/core'
import { openLevel, showAll, toggleOnly, toggleSort } from '../state/actions.ts'
import { lineWidth } from '../scene/marks/line-width.ts'
import { hasStubs } from '../scene/picture/own-box.ts'
import { openLevels, type LevelStep } from '../scene/picture/open-levels.ts'
import { lookOf } from '../tokens/looks.ts'
import { useSignal } from '@preact/signals'
import type { RefObject } from 'preact'
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import { ChangeSign } from './change-sign.tsx'
import { Icon, SeverityIcon, SortIcon } from './icon.tsx'
import { LineageControls } from './lineage-controls.tsx'
import { useModel } from './model.ts'
import { STUB_WORDS } from './words.ts'
import './legend-bar.css'

/** The legend is the filter: a chip is a sort of thing, how many there are, and a switch. */
export function LegendBar() {
  const { picture, view, act } = useModel()
  const { off } = view.value
  const legend = picture.value?.legend ?? []
  const shown = picture.value
  const withStubs = useMemo(() => shown !== null && hasStubs(shown), [shown])
  const bar = useRef<HTMLDivElement>(null)
  const tightness = useTightness(bar, [
    legend.map(({ sort, count }) => sort + count).join(),
    view.value.kind,
    off.length + view.value.only.length > 0,
    withStubs,
  ])
  const isDeclared = (sort: string): boolean => !sort.startsWith('@')
  const chip = ({ sort, count }: { sort: string; count: number }) => {
    const isOff = off.includes(sort)
    const { one, many } = lookOf(sort)
    return (
      <button
        key={sort}
        type="button"
        class={`chip ${isDeclared(sort) ? '' : 'aside'} ${isOff ? 'off' : ''}`}
        aria-pressed={!isOff}
        title={isOff ? `Show ${many}` : `Hide ${many}`}
        onClick={() => act((before) => toggleSort(before, sort))}
      >
        <SortIcon sort={sort} />
        <bdi>{one}</bdi> <span class="count">{grouped(count)}</span>
      </button>
    )
  }
  const declared = legend.filter(({ sort }) => isDeclared(sort))
  const others = legend.filter(({ sort }) => !isDeclared(sort))
  const { kind } = view.value
  return (
    <div ref={bar} class={`legend ${kind} ${tightness}`} role="group" aria-label="What is shown">
      <div class="chips">
        {declared.map(chip)}
        {declared.length > 0 && others.length > 0 && <span class="part" />}
        {others.map(chip)}
        <OnlyFindings />
        {(off.length > 0 || view.value.only.length > 0) && (
          <button type="button" class="chip all" onClick={() => act(showAll)}>
            Show all
          </button>
        )}
      </div>
      <ChangeSigns />
      {withStubs && <StubSign />}
      {kind === 'lineage' ? (
        <LineageControls />
      ) : (
        <>
          <MarkScale />
          <LineWidths />
          <LevelControl />
        </>
      )}
    </div>
  )
}

/**
 * How all of a bar has room: first the widths of lines go, everything moves closer, then the words at the levels and at a short end of a line go, then how many findings
 * there are, which the status line says too, then the names of what is not declared, and then all names, and icons and counts stay; where even
 * that is too much, the controls stand below the filters.
 */
const TIGHTNESS = [
  '',
  'narrow',
  'narrow close',
  'narrow close lean',
  'narrow close lean bare',
  'narrow close lean bare brief',
  'narrow tight',
  'narrow wrapped',
  'narrow wrapped tight',
] as const
type Tightness = (typeof TIGHTNESS)[number]

function useTightness(bar: RefObject<HTMLElement | null>, of: readonly unknown[]): Tightness {
  const tightness = useSignal<Tightness>('')
  useLayoutEffect(() => {
    const element = bar.current!
    const measure = (): void => {
      const chips = element.querySelector('.chips')!
      for (const tight of TIGHTNESS) {
        element.classList.remove('narrow', 'close', 'lean', 'bare', 'brief', 'tight', 'wrapped')
        if (tight !== '') element.classList.add(...tight.split(' '))
        tightness.value = tight
        if (element.scrollWidth <= element.clientWidth && chips.scrollWidth <= chips.clientWidth) break
      }
      // Panels that lie over the picture begin below.
      element.closest<HTMLElement>('.workbench')?.style.setProperty('--bar-now', `${element.offsetHeight}px`)
    }
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    // They have less room where the picture brings a sign beside them.
    observer.observe(element.querySelector('.chips')!)
    measure()
    return () => observer.disconnect()
  }, of)
  return tightness.value
}

/** How many things a mark in a closed container stands for, where that is more than one. */
function MarkScale() {
  const waffles = useModel().picture.value?.waffles
  if (!waffles || waffles.scale === 1 || waffles.marks.length === 0) return null
  return (
    <span class="mark-scale">
      <svg width="5" height="5" aria-hidden="true">
        <rect width="5" height="5" rx="1" />
      </svg>
      {grouped(waffles.scale)} things
    </span>
  )
}

/** What the signs of a comparison mean, where there is one. */
function ChangeSigns() {
  const { run } = useModel()
  if (!run.value?.facts.diff) return null
  return (
    <span class="change-signs">
      {(['added', 'removed', 'changed'] as const).map((change) => (
        <span key={change} title={`${change} since the run that this is compared with`}>
          <ChangeSign change={change} />
          <span class="word">{change}</span>
        </span>
      ))}
    </span>
  )
}

/** What the short end of a line is that leads to a box around its thing. */
const StubSign = () => (
  <span class="stub-sign" title={STUB_WORDS}>
    <svg width="14" height="8" aria-hidden="true">
      <path d="M0 4h10" />
      <circle cx="11" cy="4" r="2" />
    </svg>
    <span class="word">its own box</span>
  </span>
)

/** How many edges a line stands for, where one stands for more than one. */
function LineWidths() {
  const picture = useModel().picture.value
  if (!picture || picture.heaviest <= 1) return null
  return (
    <span class="line-widths" role="img" aria-label="A line is the wider the more edges it stands for">
      {[1, 10, 100].map((count) => (
        <span key={count}>
          <svg width="16" height="8" aria-hidden="true">
            <path d="M0 4h16" stroke-width={lineWidth(count, picture.heaviest)} />
          </svg>
          {count}
        </span>
      ))}
    </span>
  )
}

const SEVERITIES = ['error', 'warning', 'info'] as const

/** Shows only what has findings of some severities. */
function OnlyFindings() {
  const { act, run, view } = useModel()
  const summary = run.value?.facts.summary
  if (!summary) return null
  const counts = { error: summary.errors, warning: summary.warnings, info: summary.infos }
  const there = SEVERITIES.filter((severity) => counts[severity] > 0 || view.value.only.includes(severity))
  return (
    <>
      {there.length > 0 && <span class="part" />}
      {there.map((severity) => (
        <button
          key={severity}
          type="button"
          class={`chip only ${view.value.only.includes(severity) ? 'on' : ''}`}
          aria-pressed={view.value.only.includes(severity)}
          aria-label={`${grouped(counts[severity])}: only what has a finding, ${severity}`}
          title={`Only what has a finding: ${severity} (${grouped(counts[severity])} in the whole run)`}
          onClick={() => act((before) => toggleOnly(before, severity))}
        >
          <SeverityIcon severity={severity} size={12} />
          <span class="count">{grouped(counts[severity])}</span>
        </button>
      ))}
    </>
  )
}

/**
 * How deep the Map is open: one number where all is open so deep, two where a hand has opened or closed something by itself. Where nothing can be
 * opened or closed there are no levels to tell of.
 */
function LevelControl() {
  const { act, picture } = useModel()
  if (!picture.value) return null
  const { least, most, fewer, more } = openLevels(picture.value)
  if (!fewer && !more) return null
  const step = (to: LevelStep | null): void => {
    if (to) act((before) => openLevel(before, to.level, to.keys))
  }
  return (
    <div class="stepper" role="group" aria-label="Levels that are open">
      <span class="word">Open</span>
      <button
        type="button"
        aria-label="Close the innermost level"
        disabled={!fewer}
        onClick={() => step(fewer)}
      >
        <Icon name="minus" />
      </button>
      <span
        class="levels"
        title={
          most === 0
            ? 'Nothing is open'
            : `All is open ${least} deep${least === most ? '' : `, and some of it ${most} deep`}`
        }
      >
        {least === most ? most : `${least}–${most}`}
      </span>
      <button type="button" aria-label="Open one level more" disabled={!more} onClick={() => step(more)}>
        <Icon name="plus" />
      </button>
    </div>
  )
}
