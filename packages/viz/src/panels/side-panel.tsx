import type { Tab } from '../state/view.ts'
import { DetailsPanel } from './details.tsx'
import { FindingsPanel } from './findings.tsx'
import { Icon } from './icon.tsx'
import { useModel } from './model.ts'
import { number } from './words.ts'
import './side-panel.css'

/** What is chosen, or what is wrong. */
export function SidePanel() {
  const { view, run, change, sideOpen } = useModel()
  const { tab } = view.value
  const summary = run.value?.facts.summary
  const findings = summary ? summary.errors + summary.warnings + summary.infos : 0
  const tabs: readonly { id: Tab; label: string; count?: number }[] = [
    { id: 'details', label: 'Details' },
    { id: 'findings', label: 'Findings', count: findings },
  ]
  return (
    <aside class="side panel" aria-label="Details and findings">
      <div class="tabs" role="tablist">
        {tabs.map(({ id, label, count }) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`tab-${id}`}
            aria-selected={tab === id}
            aria-controls="side-content"
            onClick={() => change({ tab: id })}
          >
            {label}
            {count !== undefined && <span class="faint">{number(count)}</span>}
          </button>
        ))}
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
      <div class="side-content" id="side-content" role="tabpanel" aria-labelledby={`tab-${tab}`}>
        {tab === 'details' ? <DetailsPanel /> : <FindingsPanel />}
      </div>
    </aside>
  )
}
