import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { droppedFiles } from '../source/dropped-files.ts'
import { HopRuler } from '../panels/hop-ruler.tsx'
import { later } from '../panels/later.tsx'
import { LoadingState } from '../panels/loading-state.tsx'
import { LegendBar } from '../panels/legend-bar.tsx'
import { Minimap } from '../panels/minimap.tsx'
import { ModelProvider, useModel, type Model } from '../panels/model.ts'
import { Notice } from '../panels/notice.tsx'
import { openGiven } from '../panels/open-given.ts'
import { OutlinePanel } from '../panels/outline.tsx'
import { PictureView } from '../panels/picture.tsx'
import { loadSide, SidePanel } from '../panels/side-panel.tsx'
import { BrokenState, EmptyState } from '../panels/states.tsx'
import { StatusLine } from '../panels/status-line.tsx'
import { TopBar } from '../panels/top-bar.tsx'
import { counted, pictureWords } from '../panels/words.ts'
import { onShortcut } from './shortcuts.ts'
import './app.css'

const KeysDialog = later('keys', async () => (await import('../panels/keys-dialog.tsx')).KeysDialog)
const ThingMenu = later('menu', async () => (await import('../panels/thing-menu.tsx')).ThingMenu, {
  giveUp: (_, model) => void (model.menu.value = null),
})
const ThingBar = later('bar', async () => (await import('../panels/thing-bar.tsx')).ThingBar)
const NarrowNav = later('sheet', async () => (await import('../panels/narrow-nav.tsx')).NarrowNav)

export const App = ({ model }: { model: Model }) => (
  <ModelProvider value={model}>
    <Page />
  </ModelProvider>
)

function Page() {
  const model = useModel()
  const isDropping = useSignal(false)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => onShortcut(model, event)
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [model])
  // What the first sight shows besides is loaded while the run is read.
  useEffect(() => {
    if (model.sideOpen.peek()) loadSide(model.view.peek())
  }, [model])
  const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false
  return (
    <div
      class={`page ${isDropping.value ? 'dropping' : ''}`}
      onDragOver={(event) => {
        if (!hasFiles(event)) return
        event.preventDefault()
        isDropping.value = true
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) isDropping.value = false
      }}
      onDrop={(event) => {
        isDropping.value = false
        if (!event.dataTransfer || !hasFiles(event)) return
        event.preventDefault()
        void openGiven(model, droppedFiles(event.dataTransfer))
      }}
    >
      <TopBar />
      <Content />
      {model.keysOpen.value && <KeysDialog />}
      <div class="unseen" role="status" aria-live="polite">
        {model.said.value}
      </div>
      <PictureSaid />
    </div>
  )
}

/** Tells a screen reader what is drawn, whenever that is something else. */
function PictureSaid() {
  const { picture: shown, linesDrawn } = useModel()
  const picture = shown.value
  const hidden = picture?.tally.things.hidden ?? 0
  return (
    <div class="unseen" role="status" aria-live="polite">
      {picture && pictureWords(picture, linesDrawn.value)}
      {hidden > 0 && `, ${counted(hidden, 'thing')} hidden`}
    </div>
  )
}

function Content() {
  const { stage, isNarrow, outlineOpen, sideOpen, outlineWidth, sideWidth, sheetHeight } = useModel()
  const { filtersOpen, menu, view } = useModel()
  const { kind } = stage.value
  if (kind === 'waiting') return <main class="stage" aria-busy="true" />
  if (kind === 'empty') return <EmptyState />
  if (kind === 'broken') return <BrokenState />
  if (kind === 'reading') return <LoadingState progress={stage.value.progress} />
  const widths = {
    '--left': `${outlineWidth.value}px`,
    '--right': `${sideWidth.value}px`,
    '--sheet': `${sheetHeight.value}px`,
  }
  return (
    <div
      class={`workbench ${sideOpen.value ? 'with-side' : ''} ${outlineOpen.value ? 'with-outline' : ''}`}
      style={widths}
    >
      {outlineOpen.value && <OutlinePanel />}
      <main class="stage">
        {(!isNarrow.value || filtersOpen.value) && <LegendBar />}
        <div class="ruled">
          {view.value.kind === 'lineage' && <HopRuler />}
          <div class="window">
            <PictureView />
            <Notice />
            <ThingBar />
            <Minimap />
          </div>
        </div>
        {menu.value && <ThingMenu />}
      </main>
      {sideOpen.value && <SidePanel />}
      <StatusLine />
      {isNarrow.value && <NarrowNav />}
    </div>
  )
}
