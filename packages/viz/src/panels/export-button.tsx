import { useSignal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { Icon } from './icon.tsx'
import { onMenuKey } from './on-menu-key.ts'
import { useModel, type Model } from './model.ts'
import { SAVED, type Saved } from './saved.ts'
import './export-button.css'

/** Saves the picture, or its data, as a file. */
export function ExportButton() {
  const model = useModel()
  const isOpen = useSignal(false)
  const button = useRef<HTMLButtonElement>(null)
  return (
    <div class="export narrow-hidden">
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
        <ExportMenu
          model={model}
          close={(isBack) => {
            isOpen.value = false
            if (isBack) button.current?.focus()
          }}
        />
      )}
    </div>
  )
}

function ExportMenu({ model, close }: { model: Model; close(isBack: boolean): void }) {
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
      class="export-menu"
      role="menu"
      aria-label="Export"
      onKeyDown={(event) => onMenuKey(event, list.current!, () => close(true))}
    >
      {SAVED.map((saved) => (
        <button
          key={saved.label}
          type="button"
          role="menuitem"
          onClick={() => {
            close(true)
            void save(model, saved)
          }}
        >
          {saved.label}
        </button>
      ))}
    </div>
  )
}

/** What it takes to save is loaded when somebody does: the page opens without it. */
async function save(model: Model, saved: Saved): Promise<void> {
  try {
    const { savePicture } = await import('./save-picture.ts')
    await savePicture(model, saved)
  } catch (error) {
    model.notice.value = `The picture could not be saved: ${error instanceof Error ? error.message : String(error)}`
  }
}
