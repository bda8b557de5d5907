/**
 * What the keys do in an open menu: arrows, Home and End go from item to item, round at its ends; Escape and Tab close it. No other part of
 * the page hears them meanwhile.
 */
export function onMenuKey(event: KeyboardEvent, menu: HTMLElement, close: () => void): void {
  const items = [...menu.querySelectorAll('button')]
  const at = items.indexOf(document.activeElement as HTMLButtonElement)
  const to = { ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1 }[event.key]
  event.stopPropagation()
  if (event.key === 'Escape' || event.key === 'Tab') close()
  else if (to !== undefined) items[to % items.length]!.focus()
  else return
  event.preventDefault()
}
