import { grouped } from '@lineagraph/core'
import { useEffect, useRef } from 'preact/hooks'
import type { Tab, View } from '../state/view.ts'
import { DetailsPanel, loadDetails } from './details.tsx'
import { Icon } from './icon.tsx'
import { later } from './later.tsx'
import { useModel } from './model.ts'
import { Splitter } from './splitter.tsx'
import { SideWaiting } from './side-waiting.tsx'
import './side-panel.css'

const FindingsPanel = later('findings', async () => (await import('./findings.tsx')).FindingsPanel, {
  Meanwhile: SideWaiting,
})
const ImpactPanel = later('impact', async () => (await import('./impact.tsx')).ImpactPanel, {
  Meanwhile: SideWaiting,
})
const ChangesPanel = later('changes', async () => (await import('./changes.tsx')).ChangesPanel, {
  Meanwhile: SideWaiting,
})

/** Loads what the panel shows of a view: while a run is read, so that it is there with the picture. */
export function loadSide(view: View): void {
  if (view.tab === 'details') loadDetails(view)
  else ({ findings: FindingsPanel, impact: ImpactPanel, changes: ChangesPanel })[view.tab].load()
}

const TABS: readonly Tab[] = ['details', 'findings', 'impact', 'changes']
const LABELS = { details: 'Details', findings: 'Findings', impact: 'Impact', changes: 'Changes' } as const

/** What is chosen, what is wrong, and what hangs together: beside the picture, over it, or on a narrow page a sheet below it. */
export function SidePanel() {
  const model = useModel()
  const { view, run, isNarrow, change, sideOpen, sideWidth, sheetHeight } = model
  const diff = run.value?.facts.diff
  const tabs = TABS.filter((one) => one !== 'changes' || diff)
  // A link may name a tab that another run has.
  const tab = tabs.includes(view.value.tab) ? view.value.tab : 'details'
  const summary = run.value?.facts.summary
  const findings = summary ? summary.errors + summary.warnings + summary.infos : 0
  const list = useRef<HTMLDivElement>(null)
  // What needs a table is wider, unless somebody has set the width.
  useEffect(() => model.fitSide(tab), [tab])
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = tabs.indexOf(tab)
    const to = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1 + tabs.length,
      Home: 0,
      End: tabs.length - 1,
    }[event.key]
    if (to === undefined) return
    event.preventDefault()
    const next = tabs[to % tabs.length]!
    change({ tab: next })
    list.current?.querySelector<HTMLElement>(`#tab-${next}`)?.focus()
  }
  return (
    <aside
      class="side panel"
      aria-label={diff ? 'Details, findings, impact and changes' : 'Details, findings and impact'}
    >
      {isNarrow.value ? (
        <Splitter
          label="Height of the sheet"
          size={sheetHeight}
          least={120}
          most={innerHeight - 160}
          at="top"
        />
      ) : (
        <Splitter label="Width of the panel" size={sideWidth} least={240} most={720} at="left" />
      )}
      <div class="tabs">
        <div class="tab-list" role="tablist" ref={list} onKeyDown={onKeyDown}>
          {tabs.map((id) => (
            <button
              key={id}
              type="button"
              role="tab"
              id={`tab-${id}`}
              aria-selected={tab === id}
              aria-controls="side-content"
              tabIndex={tab === id ? 0 : -1}
              onClick={() => change({ tab: id })}
            >
              {LABELS[id]}
              {id === 'findings' && <span class="faint">{grouped(findings)}</span>}
            </button>
          ))}
        </div>
        <span class="room" />
        <button
          type="button"
          class="icon-button"
          aria-label="Close the panel"
          onClick={() => (sideOpen.value = false)}
        >
          <Icon name="close" />
        </button>
      </div>
      <div
        class="side-content"
        id="side-content"
        role="tabpanel"
        aria-labelledby={`tab-${tab}`}
        tabIndex={-1}
      >
        {tab === 'details' && <DetailsPanel />}
        {tab === 'findings' && run.value && <FindingsPanel of={run.value} />}
        {tab === 'impact' && <ImpactPanel />}
        {tab === 'changes' && diff && <ChangesPanel diff={diff} />}
      </div>
    </aside>
  )
}
