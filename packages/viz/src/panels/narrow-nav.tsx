import { Icon } from './icon.tsx'
import { useModel } from './model.ts'
import { number } from './words.ts'
import type { IconName } from '../tokens/icons.ts'
import './narrow-nav.css'

/** On a narrow page: what of the three fills it. */
export function NarrowNav() {
  const { outlineOpen, sideOpen, run, view, change } = useModel()
  const errors = run.value?.facts.summary.errors ?? 0
  const show = (outline: boolean, side: boolean): void => {
    outlineOpen.value = outline
    sideOpen.value = side
  }
  const { tab } = view.value
  const [outline, side] = [outlineOpen.value, sideOpen.value]
  return (
    <nav class="narrow-nav" aria-label="Parts of the page">
      <NavButton icon="lineage" label="Picture" isOn={!outline && !side} onClick={() => show(false, false)} />
      <NavButton icon="outline" label="Outline" isOn={outline} onClick={() => show(true, false)} />
      <NavButton
        icon="panelRight"
        label="Details"
        isOn={side && tab === 'details'}
        onClick={() => {
          change({ tab: 'details' })
          show(false, true)
        }}
      />
      <NavButton
        icon="findings"
        label="Findings"
        count={errors}
        isOn={side && tab === 'findings'}
        onClick={() => {
          change({ tab: 'findings' })
          show(false, true)
        }}
      />
    </nav>
  )
}

interface NavButtonProps {
  readonly icon: IconName
  readonly label: string
  readonly isOn: boolean
  readonly count?: number
  onClick(): void
}

const NavButton = ({ icon, label, isOn, count = 0, onClick }: NavButtonProps) => (
  <button type="button" aria-pressed={isOn} class={isOn ? 'on' : ''} onClick={onClick}>
    <span class="nav-icon">
      <Icon name={icon} size={20} />
      {count > 0 && <u>{number(count)}</u>}
    </span>
    {label}
  </button>
)
