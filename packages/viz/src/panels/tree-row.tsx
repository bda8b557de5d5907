import { grouped } from '@lineagraph/core'
import type { OutlineRow } from '../worker/answers/outline.ts'
import { lookOf } from '../tokens/looks.ts'
import type { Telling } from '../scene/picture/telling.ts'
import { Icon, SeverityIcon, SortIcon } from './icon.tsx'
import { RowName } from './row-name.tsx'
import { counted } from './words.ts'

const INDENT = 14

interface TreeRowProps {
  readonly row: OutlineRow
  readonly index: number
  /** What tells its name from those beside it. */
  readonly telling: Telling | null
  readonly isActive: boolean
  readonly isSelected: boolean
  /** Whether the lineage view is about it. */
  readonly isHome: boolean
  /** Whether the picture leaves it out. */
  readonly isHidden: boolean
  onToggle(): void
  onChoose(): void
  onMenu(x: number, y: number): void
  /** The pointer came, or left. */
  onHover(row: Element | null): void
}

/** A thing of the outline, with what is inside it and wrong with it, as signs and as words. */
export function TreeRow({
  row,
  index,
  telling,
  isActive,
  isSelected,
  isHome,
  isHidden,
  onToggle,
  onChoose,
  onMenu,
  onHover,
}: TreeRowProps) {
  const { name, sort, depth, children, isOpen, count, position, siblings } = row
  const expanded = children > 0 ? isOpen : undefined
  return (
    <div
      id={`row-${index}`}
      role="treeitem"
      aria-level={depth + 1}
      aria-expanded={expanded}
      aria-selected={isSelected}
      aria-posinset={position}
      aria-setsize={siblings}
      class={`row ${isSelected ? 'selected' : ''} ${isActive ? 'active' : ''} ${isHome ? 'home' : ''} ${sort === '@missing' ? 'quiet' : ''} ${isHidden ? 'hidden-row' : ''}`}
      style={{ paddingLeft: `${8 + INDENT * Math.min(depth, 12)}px` }}
      onMouseEnter={(event) => onHover(event.currentTarget)}
      onMouseLeave={() => onHover(null)}
      onClick={onChoose}
      onContextMenu={(event) => {
        event.preventDefault()
        onMenu(event.clientX, event.clientY)
      }}
    >
      <span
        class="twist"
        onClick={(event) => {
          event.stopPropagation()
          if (children > 0) onToggle()
        }}
      >
        {children > 0 && <Icon name={isOpen ? 'chevronDown' : 'chevronRight'} />}
      </span>
      <SortIcon sort={sort} />
      <RowName name={name} telling={telling} isBold={isHome} />
      <span class="unseen">
        {wordsOf(row)}
        {isHidden && ', hidden'}
      </span>
      <RowBadge row={row} />
      {count > 0 && (
        <span class="count" aria-hidden="true">
          {grouped(count)}
        </span>
      )}
    </div>
  )
}

/** The gravest kind of finding inside, and how many of it. */
function RowBadge({ row: { errors, warnings, infos } }: { row: OutlineRow }) {
  const severity = errors > 0 ? 'error' : warnings > 0 ? 'warning' : infos > 0 ? 'info' : null
  return severity === null ? null : (
    <span class="badge" aria-hidden="true">
      <SeverityIcon severity={severity} size={12} />
      {grouped(errors || warnings || infos)}
    </span>
  )
}

/** What the signs of a row say, in words. */
function wordsOf({ sort, count, errors, warnings, infos }: OutlineRow): string {
  const parts = ['', lookOf(sort).one]
  if (count > 0) parts.push(`${grouped(count)} inside`)
  if (errors > 0) parts.push(counted(errors, 'error'))
  if (warnings > 0) parts.push(counted(warnings, 'warning'))
  if (infos > 0) parts.push(counted(infos, 'note'))
  return parts.join(', ')
}
