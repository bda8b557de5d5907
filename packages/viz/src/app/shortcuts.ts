import type { Model } from '../panels/model.ts'
import { changeHops } from '../state/actions.ts'
import { escapeFrom } from '../state/escape.ts'
import { countsHops } from '../state/view.ts'

/** Keys that work wherever one is, but not while one writes. */
export function onShortcut(model: Model, event: KeyboardEvent): void {
  const target = event.target as HTMLElement
  const isWriting = target.matches('input, textarea, select, [contenteditable]')
  if (event.altKey || model.keysOpen.peek() || model.stage.peek().kind !== 'ready') return
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'f') {
    focusSearch(model, event)
    return
  }
  if (event.ctrlKey || event.metaKey || isWriting) return
  const actions: Record<string, () => void> = {
    '/': () => focusSearch(model, event),
    f: model.fit,
    h: model.home,
    '[': () => hops(model, -1),
    ']': () => hops(model, 1),
    '?': () => (model.keysOpen.value = true),
    '+': () => model.zoomBy(1.4),
    '=': () => model.zoomBy(1.4),
    '-': () => model.zoomBy(1 / 1.4),
    Escape: () => model.act((view) => escapeFrom(view)?.does(view) ?? view),
  }
  const action = Object.hasOwn(actions, event.key) ? actions[event.key] : undefined
  if (!action) return
  event.preventDefault()
  action()
}

/** Where there are no hops, nothing would be seen of it. */
const hops = (model: Model, by: 1 | -1): void =>
  model.act((view, facts) => (countsHops(view) ? changeHops(view, by, facts) : view))

function focusSearch(model: Model, event: KeyboardEvent): void {
  event.preventDefault()
  model.searchOpen.value = true // the field then takes the focus itself, where it was not there
  const field = document.querySelector<HTMLInputElement>('#search')
  field?.focus()
  field?.select()
}
