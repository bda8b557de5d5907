import { useLayoutEffect, useRef } from 'preact/hooks'
import { Icon } from './icon.tsx'
import { onMenuKey } from './on-menu-key.ts'
import { useModel, type Model } from './model.ts'
import { thingActions } from './thing-actions.ts'
import './menu.css'
import './thing-menu.css'

/** What can be done with what somebody has pointed at with the other button. */
export function ThingMenu() {
  const model = useModel()
  const menu = model.menu.value
  return menu && <Menu key={`${menu.target.key} ${menu.x} ${menu.y}`} model={model} menu={menu} />
}

function Menu({ model, menu }: { model: Model; menu: NonNullable<Model['menu']['value']> }) {
  const list = useRef<HTMLDivElement>(null)
  /** What had the focus: it has it again when the menu is closed. */
  const before = useRef(document.activeElement)
  const close = (): void => {
    model.menu.value = null
    const to = before.current
    const isBack = to instanceof HTMLElement && to !== document.body && to.isConnected
    ;(isBack ? to : document.querySelector<HTMLElement>('.picture'))?.focus()
  }
  useLayoutEffect(() => {
    const element = list.current!
    const { width, height } = element.getBoundingClientRect()
    element.style.left = `${Math.max(4, Math.min(menu.x, innerWidth - width - 4))}px`
    element.style.top = `${Math.max(4, Math.min(menu.y, innerHeight - height - 4))}px`
    element.querySelector('button')?.focus()
    const onPointerDown = (event: PointerEvent): void => {
      if (!element.contains(event.target as Node)) model.menu.value = null
    }
    addEventListener('pointerdown', onPointerDown, true)
    return () => removeEventListener('pointerdown', onPointerDown, true)
  }, [])
  return (
    <div
      ref={list}
      class="thing-menu"
      role="menu"
      aria-label="What to do with it"
      onKeyDown={(event) => onMenuKey(event, list.current!, close)}
    >
      {thingActions(model, menu.target).map(({ label, icon, keys, does }) => (
        <button
          key={label}
          type="button"
          role="menuitem"
          onClick={() => {
            close()
            does()
          }}
        >
          <Icon name={icon} />
          {label}
          {keys !== undefined && <kbd>{keys}</kbd>}
        </button>
      ))}
    </div>
  )
}
