import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { copyText } from './copy-text.ts'
import { Icon } from './icon.tsx'
import { useModel } from './model.ts'

/** So long, in milliseconds, it is seen that something was copied. */
const SEEN = 1600

interface CopyButtonProps {
  readonly text: string
  readonly class: string
  /** The icon while nothing has been copied; none for a text that is a link to itself. */
  readonly icon?: 'copy'
  readonly children: ComponentChildren
}

/** Copies a text, and shows for a while that it did. */
export function CopyButton({ text, class: name, icon, children }: CopyButtonProps) {
  const model = useModel()
  const isCopied = useSignal(false)
  const copy = async (): Promise<void> => {
    if (!(await copyText(text, model))) return
    isCopied.value = true
    setTimeout(() => (isCopied.value = false), SEEN)
  }
  return (
    <button type="button" class={name} title={`Copy ${text}`} onClick={() => void copy()}>
      {isCopied.value ? <Icon name="check" hue="added" /> : icon && <Icon name={icon} />}
      {children}
    </button>
  )
}
