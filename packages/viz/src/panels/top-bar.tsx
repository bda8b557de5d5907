import { useEffect } from 'preact/hooks'
import { useSignal } from '@preact/signals'
import { ExportButton } from './export-button.tsx'
import { Icon } from './icon.tsx'
import { useModel } from './model.ts'
import { later } from './later.tsx'
import { SearchBox } from './search-box.tsx'
import { ViewControl } from './view-control.tsx'
import './top-bar.css'

const NarrowMenu = later('menu', async () => (await import('./narrow-menu.tsx')).NarrowMenu)

export function TopBar() {
  const { stage, cancel, isNarrow } = useModel()
  const kind = stage.value.kind
  if (kind === 'ready' && isNarrow.value) return <NarrowTopBar />
  return (
    <header class={`top-bar ${kind === 'ready' ? 'full' : ''}`}>
      <Logo as={kind === 'empty' || kind === 'broken' ? 'div' : 'h1'} />
      {kind === 'ready' && (
        <>
          <ViewControl />
          <SearchBox />
        </>
      )}
      <span class="room" />
      {kind === 'ready' && <ExportButton />}
      {kind === 'ready' && <PanelButtons />}
      {kind === 'reading' ? (
        <button type="button" class="button" onClick={cancel}>
          Cancel
        </button>
      ) : (
        <ThemeButton />
      )}
    </header>
  )
}

/** What the picture is about, and the rest behind buttons. */
function NarrowTopBar() {
  const { details, view, run, searchOpen, filtersOpen } = useModel()
  const thing = details.value?.kind === 'thing' ? details.value : null
  const place = thing?.around.map(({ name }) => name).join('.')
  return (
    <header class="top-bar full">
      <Logo as={searchOpen.value ? 'h1' : 'div'} />
      {searchOpen.value ? (
        <SearchBox />
      ) : (
        <h1 class="narrow-title">
          <bdi>{thing?.name ?? run.value?.name ?? ''}</bdi>
          <bdi class="faint">{thing ? place : view.value.kind === 'map' ? 'Map' : 'Lineage'}</bdi>
        </h1>
      )}
      <button
        type="button"
        class="icon-button"
        aria-label="Search"
        aria-pressed={searchOpen.value}
        onClick={() => (searchOpen.value = !searchOpen.value)}
      >
        <Icon name="search" size={18} />
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label="Filters"
        aria-pressed={filtersOpen.value}
        onClick={() => (filtersOpen.value = !filtersOpen.value)}
      >
        <Icon name="filter" size={18} />
      </button>
      <span class="narrow-more">
        <NarrowMenu />
      </span>
    </header>
  )
}

/** The heading of the page, unless something else is. */
const Logo = ({ as: Element = 'h1' }: { as?: 'h1' | 'div' }) => (
  <Element class="logo">
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
      <path class="way" d="M5 5.5C11 5.5 9 14.5 15 14.5M5 14.5h10" />
      <circle class="ink" cx="4" cy="5.5" r="2.6" />
      <circle class="ink" cx="4" cy="14.5" r="2.6" />
      <circle class="accent" cx="16" cy="14.5" r="2.6" />
    </svg>
    <span>lineagraph</span>
  </Element>
)

function PanelButtons() {
  const { outlineOpen, sideOpen, keysOpen } = useModel()
  return (
    <>
      <button
        type="button"
        class="icon-button"
        aria-label="Outline"
        title="Outline"
        aria-pressed={outlineOpen.value}
        onClick={() => (outlineOpen.value = !outlineOpen.value)}
      >
        <Icon name="panelLeft" size={16} />
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label="Details and findings"
        title="Details, findings and impact"
        aria-pressed={sideOpen.value}
        onClick={() => (sideOpen.value = !sideOpen.value)}
      >
        <Icon name="panelRight" size={16} />
      </button>
      <FullScreenButton />
      <button
        type="button"
        class="icon-button"
        aria-label="Keys"
        title="Keys (?)"
        onClick={() => (keysOpen.value = true)}
      >
        <Icon name="keyboard" size={16} />
      </button>
    </>
  )
}

/** Where the browser has a full screen to give. */
function FullScreenButton() {
  const isFull = useSignal(document.fullscreenElement !== null)
  const { notice } = useModel()
  useEffect(() => {
    const onChange = (): void => void (isFull.value = document.fullscreenElement !== null)
    document.addEventListener('fullscreenchange', onChange)
    return () => document.removeEventListener('fullscreenchange', onChange)
  }, [])
  if (!document.fullscreenEnabled) return null
  const toggle = (): void => {
    const done = isFull.value ? document.exitFullscreen() : document.documentElement.requestFullscreen()
    done.catch(() => (notice.value = 'The browser did not give the page the full screen.'))
  }
  const label = isFull.value ? 'Leave the full screen' : 'Full screen'
  return (
    <button type="button" class="icon-button" aria-label={label} title={label} onClick={toggle}>
      <Icon name={isFull.value ? 'minimize' : 'maximize'} size={16} />
    </button>
  )
}

function ThemeButton() {
  const { isDark, change } = useModel()
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={isDark.value ? 'Light' : 'Dark'}
      title={isDark.value ? 'Light' : 'Dark'}
      onClick={() => change({ theme: isDark.value ? 'light' : 'dark' })}
    >
      <Icon name={isDark.value ? 'sun' : 'moon'} size={16} />
    </button>
  )
}
