import { grouped } from '@lineagraph/core'
import { useSignal, useSignalEffect } from '@preact/signals'
import { useMemo, useRef } from 'preact/hooks'
import type { Outline, OutlineRow } from '../worker/answers/outline.ts'
import { isWholePath, type View } from '../state/view.ts'
import { targetAt } from '../scene/picture/targets.ts'
import { lookOf } from '../tokens/looks.ts'
import { Icon } from './icon.tsx'
import { useModel } from './model.ts'
import { Rows } from './rows.tsx'
import { Splitter } from './splitter.tsx'
import { tellingRows } from './telling-rows.ts'
import { TreeRow } from './tree-row.tsx'
import { cutNameIn, WholeName, type CutName } from './whole-name.tsx'
import './outline.css'

const ROW = 26

/** What one list of keys has more than another. */
const added = (before: readonly string[], after: readonly string[]): readonly string[] =>
  before === after ? [] : after.filter((key) => !before.includes(key))

/** What the lineage view is about: a thing, or where the way begins that it shows. */
function aboutIn({ kind, focus, path }: View): string | null {
  if (kind !== 'lineage') return null
  return isWholePath(path) ? path.from : focus
}

/** The hierarchy as a tree: everything in the run, and the way that a screen reader takes through it. */
export function OutlinePanel() {
  const model = useModel()
  const open = useSignal<ReadonlySet<string>>(new Set())
  const window = useSignal({ from: 0, count: 40 })
  const active = useSignal<string | null>(null)
  const outline = useSignal<Outline | null>(null)
  const scroll = useSignal<{ row: number } | null>(null)
  const cut = useSignal<CutName | null>(null)
  const knownVersion = useRef(0)
  const asked = useRef(0)
  const followed = useRef<View | null>(null)
  const aboutBefore = useRef<string | null>(null)
  const selectedKey = model.view.value.selection.at(-1) ?? null

  const load = async (scrollTo: string | null): Promise<void> => {
    const turn = ++asked.current
    const wish = { open: [...open.peek()], ...window.peek(), focus: scrollTo ?? active.peek() }
    const answer = await model.ask('outline', wish)
    if (turn !== asked.current) return
    outline.value = answer
    if (scrollTo !== null && answer.focus >= 0) scroll.value = { row: answer.focus }
  }

  /** What answers is loaded when it is asked first. */
  const tell = (error: unknown): void => {
    model.notice.value = `The outline could not be loaded: ${error instanceof Error ? error.message : String(error)}`
  }

  useSignalEffect(() => {
    const run = model.run.value
    if (!run) return
    const isFirst = knownVersion.current === 0
    knownVersion.current = run.version
    if (!isFirst) void load(null)
    else
      model
        .ask('openAtFirst', model.wish.peek())
        .then((keys) => {
          open.value = new Set([...open.peek(), ...keys])
          return load(active.peek())
        })
        .catch(tell)
  })
  /** Opens what is around a thing, and scrolls to it. */
  const reveal = (key: string): void => {
    active.value = key
    void model.ask('wayTo', key).then((keys) => {
      if (keys.some((one) => !open.peek().has(one))) open.value = new Set([...open.peek(), ...keys])
      return load(key)
    })
  }
  useSignalEffect(() => {
    const selected = model.view.value.selection.at(-1)
    if (model.run.value && selected !== undefined && active.peek() !== selected) reveal(selected)
  })
  // What the lineage view is about is seen here too, while nothing else is chosen.
  useSignalEffect(() => {
    const { selection } = model.view.value
    const about = aboutIn(model.view.value)
    if (!model.run.value || aboutBefore.current === about) return
    aboutBefore.current = about
    if (about !== null && selection.length === 0) reveal(about)
  })

  // What is opened and closed in the Map is so here too.
  useSignalEffect(() => {
    const now = model.view.value
    const was = followed.current
    followed.current = now
    if (!was || now.kind !== 'map' || was.kind !== 'map') return
    const { opened, closed, level } = now
    if (was.level !== level && opened.length === 0 && closed.length === 0) {
      void model.ask('openAtFirst', model.wish.peek()).then((keys) => {
        open.value = new Set(keys)
        return load(null)
      })
      return
    }
    const next = new Set(open.peek())
    for (const key of [...added(was.opened, opened), ...added(closed, was.closed)]) next.add(key)
    for (const key of [...added(opened, was.opened), ...added(was.closed, closed)]) next.delete(key)
    if (next.size === open.peek().size && [...next].every((key) => open.peek().has(key))) return
    open.value = next
    void load(null)
  })

  const setOpen = (row: OutlineRow, isOpen: boolean): void => {
    const next = new Set(open.peek())
    if (isOpen) next.add(row.key)
    else next.delete(row.key)
    open.value = next
    void load(null)
  }
  const choose = (row: OutlineRow): void => {
    active.value = row.key
    if (row.key.startsWith('heading:')) setOpen(row, !row.isOpen)
    else model.show(row.key)
  }
  const goTo = async (index: number): Promise<void> => {
    const slice = outline.peek()
    if (!slice || index < 0 || index >= slice.total) return
    const here = slice.rows[index - slice.from]
    const row =
      here ??
      (await model.ask('outline', { open: [...open.peek()], from: index, count: 1, focus: null })).rows[0]
    if (!row) return
    active.value = row.key
    outline.value = { ...outline.peek()!, focus: index }
    scroll.value = { row: index }
    cut.value = null
    requestAnimationFrame(() => (cut.value = cutNameIn(document.getElementById(`row-${index}`))))
  }
  const openMenuAt = (row: OutlineRow, at: number): void => {
    const box = document.getElementById(`row-${at}`)?.getBoundingClientRect()
    if (box) openMenu(row, box.left + 24, box.bottom)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const slice = outline.peek()
    if (!slice) return
    const at = slice.focus
    const row = slice.rows[at - slice.from]
    const steps: Record<string, () => void> = {
      ArrowDown: () => void goTo(at + 1),
      ArrowUp: () => void goTo(at < 0 ? 0 : at - 1),
      Home: () => void goTo(0),
      End: () => void goTo(slice.total - 1),
      PageDown: () => void goTo(Math.min(slice.total - 1, at + 20)),
      PageUp: () => void goTo(Math.max(0, at - 20)),
      ArrowRight: () => row && (row.isOpen ? void goTo(at + 1) : row.children > 0 && setOpen(row, true)),
      ArrowLeft: () => row && (row.isOpen ? setOpen(row, false) : void goToParent(at, row)),
      ContextMenu: () => row && openMenuAt(row, at),
      Enter: () => row && choose(row),
      ' ': () => row && (row.children > 0 ? setOpen(row, !row.isOpen) : choose(row)),
    }
    const step = Object.hasOwn(steps, event.key) ? steps[event.key] : undefined
    if (event.shiftKey && event.key === 'F10' && row) openMenuAt(row, at)
    else if (!step || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    step?.()
  }
  const goToParent = async (at: number, row: OutlineRow): Promise<void> => {
    const { rows } = await model.ask('outline', { open: [...open.peek()], from: 0, count: at, focus: null })
    const parent = rows.findLastIndex(({ depth }) => depth < row.depth)
    if (parent >= 0) await goTo(parent)
  }

  const { hide: hidden } = model.view.value
  const homeKey = aboutIn(model.view.value)
  const openMenu = (row: OutlineRow, x: number, y: number): void => {
    if (row.key.startsWith('heading:')) return
    active.value = row.key
    const card = model.picture.peek()?.cardOfKey.get(row.key)
    const isInside = lookOf(row.sort).level === 3
    const what =
      card === undefined ? (isInside ? 'column' : 'thing') : targetAt(model.picture.peek()!, card, -1).what
    model.menu.value = { target: { key: row.key, what }, x, y }
  }
  const telling = useMemo(() => tellingRows(outline.value?.rows ?? []), [outline.value])
  const things = model.run.value?.facts.summary.nodes ?? 0
  return (
    <nav class="outline panel" aria-label="Outline">
      {!model.isNarrow.value && (
        <Splitter label="Width of the outline" size={model.outlineWidth} least={160} most={520} at="right" />
      )}
      <div class="panel-head">
        <h2>Outline</h2> <span class="faint">{grouped(things)}</span>
        <span class="room" />
        <button
          type="button"
          class="icon-button small"
          aria-label="Close the outline"
          onClick={() => (model.outlineOpen.value = false)}
        >
          <Icon name="close" />
        </button>
      </div>
      <Rows
        class="tree"
        role="tree"
        tabIndex={0}
        aria-label="Everything in the run"
        aria-activedescendant={
          outline.value && outline.value.focus >= 0 ? `row-${outline.value.focus}` : undefined
        }
        slice={outline.value}
        rowHeight={ROW}
        focus={scroll.value}
        onKeyDown={onKeyDown}
        onScroll={() => (cut.value = null)}
        onBlur={() => (cut.value = null)}
        onWindow={(from, count) => {
          window.value = { from, count }
          void load(null)
        }}
      >
        {(row, index) => (
          <TreeRow
            row={row}
            index={index}
            telling={telling[index - outline.value!.from]!}
            isActive={row.key === active.value}
            isSelected={row.key === selectedKey}
            isHome={row.key === homeKey}
            onToggle={() => setOpen(row, !row.isOpen)}
            isHidden={hidden.includes(row.key)}
            onChoose={() => choose(row)}
            onMenu={(x, y) => openMenu(row, x, y)}
            onHover={(element) => (cut.value = cutNameIn(element))}
          />
        )}
      </Rows>
      <WholeName of={cut} />
    </nav>
  )
}
