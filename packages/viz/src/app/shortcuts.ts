import type { Model } from '../panels/model.ts'
import { changeHops, clear } from '../state/actions.ts'

/** Keys that work wherever one is, but not while one writes. */
export function onShortcut(model: Model, event: KeyboardEvent): void {
  const target = event.target as HTMLElement
  const isWriting = target.matches('input, textarea, select, [contenteditable]')
  if (event.altKey || model.keysOpen.peek() || model.stage.peek().kind !== 'ready') return
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'f') {
    focusSearch(event)
    return
  }
  if (event.ctrlKey || event.metaKey || isWriting) return
  const actions: Record<string, () => void> = {
    '/': () => focusSearch(event),
    f: model.fit,
    h: model.home,
    '[': () => model.act((view) => changeHops(view, -1)),
    ']': () => model.act((view) => changeHops(view, 1)),
    '?': () => (model.keysOpen.value = true),
    '+': () => model.zoomBy(1.4),
    '=': () => model.zoomBy(1.4),
    '-': () => model.zoomBy(1 / 1.4),
    Escape: () => model.act(clear),
  }
  const action = Object.hasOwn(actions, event.key) ? actions[event.key] : undefined
  if (!action) return
  event.preventDefault()
  action()
}

function focusSearch(event: KeyboardEvent): void {
  const field = document.querySelector<HTMLInputElement>('#search')
  if (!field) return
  event.preventDefault()
  field.focus()
  field.select()
}
