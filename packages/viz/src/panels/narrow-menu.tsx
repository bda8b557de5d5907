import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { DropMenu, type MenuItem } from './drop-menu.tsx'
import { Icon } from './icon.tsx'
import { useModel, type Model } from './model.ts'
import { saveAs } from './save-as.ts'
import { SAVED } from './saved.ts'

/** What a wide page has buttons for. */
export function NarrowMenu() {
  const model = useModel()
  const isOpen = useSignal(false)
  const button = useRef<HTMLButtonElement>(null)
  return (
    <div class="with-menu">
      <button
        ref={button}
        type="button"
        class="icon-button"
        aria-label="More"
        aria-haspopup="menu"
        aria-expanded={isOpen.value}
        onClick={() => (isOpen.value = !isOpen.value)}
      >
        <Icon name="more" size={18} />
      </button>
      {isOpen.value && (
        <DropMenu
          label="More"
          items={itemsOf(model)}
          close={(isBack) => {
            isOpen.value = false
            if (isBack) button.current?.focus()
          }}
        />
      )}
    </div>
  )
}

function itemsOf(model: Model): readonly MenuItem[] {
  const isDark = model.isDark.peek()
  return [
    { label: isDark ? 'Light' : 'Dark', does: () => model.change({ theme: isDark ? 'light' : 'dark' }) },
    { label: 'Keys', does: () => void (model.keysOpen.value = true) },
    ...SAVED.map((saved) => ({
      label: `Save as ${saved.label}`,
      does: () => void saveAs(model, saved),
    })),
  ]
}
