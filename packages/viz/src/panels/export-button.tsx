import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { MenuItem } from './drop-menu.tsx'
import { Icon } from './icon.tsx'
import { later } from './later.tsx'
import { useModel, type Model } from './model.ts'
import { saveAs } from './save-as.ts'
import { SAVED } from './saved.ts'

const DropMenu = later('menu', async () => (await import('./drop-menu.tsx')).DropMenu, {
  giveUp: ({ close }) => close(false),
})

/** Saves the picture, or its data, as a file. */
export function ExportButton() {
  const model = useModel()
  const isOpen = useSignal(false)
  const button = useRef<HTMLButtonElement>(null)
  return (
    <div class="with-menu export narrow-hidden">
      <button
        ref={button}
        type="button"
        class="button"
        aria-haspopup="menu"
        aria-expanded={isOpen.value}
        title="Save the picture as SVG or PNG, or its data as JSON"
        disabled={!model.picture.value}
        onClick={() => (isOpen.value = !isOpen.value)}
      >
        <Icon name="fileDown" />
        Export
      </button>
      {isOpen.value && (
        <DropMenu
          label="Export"
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

const itemsOf = (model: Model): readonly MenuItem[] =>
  SAVED.map((saved) => ({ label: saved.label, does: () => void saveAs(model, saved) }))
