import { useLayoutEffect, useRef } from 'preact/hooks'
import { onMenuKey } from './on-menu-key.ts'
import './menu.css'
import './drop-menu.css'

export interface MenuItem {
  readonly label: string
  does(): void
}

interface DropMenuProps {
  readonly label: string
  readonly items: readonly MenuItem[]
  /** @param isBack whether the focus goes back to the button. */
  close(isBack: boolean): void
}

/** A menu below its button, with which it stands in one element. */
export function DropMenu({ label, items, close }: DropMenuProps) {
  const list = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    list.current!.querySelector('button')?.focus()
    const onPointerDown = (event: PointerEvent): void => {
      if (!list.current?.parentElement?.contains(event.target as Node)) close(false)
    }
    addEventListener('pointerdown', onPointerDown, true)
    return () => removeEventListener('pointerdown', onPointerDown, true)
  }, [])
  return (
    <div
      ref={list}
      class="drop-menu"
      role="menu"
      aria-label={label}
      onKeyDown={(event) => onMenuKey(event, list.current!, () => close(true))}
    >
      {items.map((item) => (
        <button
          key={item.label}
          type="button"
          role="menuitem"
          onClick={() => {
            close(true)
            item.does()
          }}
        >
          {item.label}
        </button>
      ))}
    </div>
  )
}
