import { Icon } from './icon.tsx'
import { useModel } from './model.ts'
import { ExportButton } from './export-button.tsx'
import { SearchBox } from './search-box.tsx'
import { ViewControl } from './view-control.tsx'
import './top-bar.css'

export function TopBar() {
  const { stage, cancel } = useModel()
  const kind = stage.value.kind
  return (
    <header class="top-bar">
      <Logo />
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

const Logo = () => (
  <div class="logo">
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
      <path class="way" d="M5 5.5C11 5.5 9 14.5 15 14.5M5 14.5h10" />
      <circle class="ink" cx="4" cy="5.5" r="2.6" />
      <circle class="ink" cx="4" cy="14.5" r="2.6" />
      <circle class="accent" cx="16" cy="14.5" r="2.6" />
    </svg>
    <span>lineagraph</span>
  </div>
)

function PanelButtons() {
  const { outlineOpen, sideOpen, keysOpen } = useModel()
  return (
    <>
      <button
        type="button"
        class="icon-button wide-hidden"
        aria-label="Outline"
        aria-pressed={outlineOpen.value}
        onClick={() => (outlineOpen.value = !outlineOpen.value)}
      >
        <Icon name="outline" size={16} />
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label="Details and findings"
        aria-pressed={sideOpen.value}
        onClick={() => (sideOpen.value = !sideOpen.value)}
      >
        <Icon name="panelRight" size={16} />
      </button>
      <button
        type="button"
        class="icon-button narrow-hidden"
        aria-label="Keys"
        title="Keys (?)"
        onClick={() => (keysOpen.value = true)}
      >
        <Icon name="keyboard" size={16} />
      </button>
    </>
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
