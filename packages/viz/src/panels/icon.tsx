import { ICONS, type IconName } from '../tokens/icons.ts'
import { lookOf, type Sort } from '../tokens/looks.ts'
import { SEVERITY_SHAPES, type SeverityName } from '../tokens/severity-shapes.ts'

export const Icon = ({ name, size = 14, hue }: { name: IconName; size?: number; hue?: string }) => (
  <svg
    class={`icon ${hue ? `hue-${hue}` : ''}`}
    width={size}
    height={size}
    viewBox="0 0 24 24"
    aria-hidden="true"
  >
    <path d={ICONS[name]} />
  </svg>
)

export function SortIcon({ sort, size = 14 }: { sort: Sort; size?: number }) {
  const { icon, hue } = lookOf(sort)
  return <Icon name={icon} hue={hue} size={size} />
}

export function SeverityIcon({ severity, size = 14 }: { severity: SeverityName; size?: number }) {
  const { ground, sign } = SEVERITY_SHAPES[severity]
  return (
    <svg
      class={`severity severity-${severity}`}
      width={size}
      height={size}
      viewBox="0 0 14 14"
      aria-hidden="true"
    >
      <path class="ground" d={ground} />
      <path class="sign" d={sign} />
    </svg>
  )
}
