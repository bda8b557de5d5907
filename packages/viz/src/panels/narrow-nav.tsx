import { grouped } from '@lineagraph/core'
import { showLineage, showMap } from '../state/actions.ts'
import type { IconName } from '../tokens/icons.ts'
import { Icon } from './icon.tsx'
import { useModel } from './model.ts'
import './narrow-nav.css'

/** At the foot of a narrow page: the picture with the sheet below it, the outline, the findings, and the other of the two views. */
export function NarrowNav() {
  const { outlineOpen, sideOpen, run, view, act, change, isNarrow } = useModel()
  if (!isNarrow.value) return null
  const errors = run.value?.facts.summary.errors ?? 0
  const { tab, kind, selection, focus } = view.value
  const about = selection.at(-1) ?? focus
  const [outline, side] = [outlineOpen.value, sideOpen.value]
  const show = (isOutline: boolean, isSide: boolean): void => {
    outlineOpen.value = isOutline
    sideOpen.value = isSide
  }
  const isFindings = side && tab === 'findings'
  return (
    <nav class="narrow-nav" aria-label="Parts of the page">
      <NavButton
        icon={kind === 'map' ? 'map' : 'lineage'}
        label="Picture"
        isOn={!outline && !isFindings}
        onClick={() => {
          if (isFindings) change({ tab: 'details' })
          show(false, !outline && !isFindings ? !side : selection.length > 0)
        }}
      />
      <NavButton icon="outline" label="Outline" isOn={outline} onClick={() => show(true, false)} />
      <NavButton
        icon="findings"
        label="Findings"
        count={errors}
        isOn={isFindings && !outline}
        onClick={() => {
          change({ tab: 'findings' })
          show(false, true)
        }}
      />
      <NavButton
        icon={kind === 'map' ? 'lineage' : 'map'}
        label={kind === 'map' ? 'Lineage' : 'Map'}
        isOn={false}
        isDisabled={kind === 'map' && about === null}
        onClick={() => {
          act((before) => (kind === 'map' && about !== null ? showLineage(before, about) : showMap(before)))
          show(false, side)
        }}
      />
    </nav>
  )
}

interface NavButtonProps {
  readonly icon: IconName
  readonly label: string
  readonly isOn: boolean
  readonly isDisabled?: boolean
  readonly count?: number
  onClick(): void
}

const NavButton = ({ icon, label, isOn, isDisabled = false, count = 0, onClick }: NavButtonProps) => (
  <button type="button" aria-pressed={isOn} disabled={isDisabled} class={isOn ? 'on' : ''} onClick={onClick}>
    <span class="nav-icon">
      <Icon name={icon} size={20} />
      {count > 0 && <u aria-label={`${grouped(count)} errors`}>{grouped(count)}</u>}
    </span>
    {label}
  </button>
)
