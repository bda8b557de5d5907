import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'
import { chosenFiles } from '../source/dropped-files.ts'
import { Icon } from './icon.tsx'
import { later } from './later.tsx'
import { useModel, type Model } from './model.ts'
import { openGiven } from './open-given.ts'
import './states.css'

const FindingsPanel = later('findings', async () => (await import('./findings.tsx')).FindingsPanel)

/** Nothing has been read: how a run gets onto the page. */
export function EmptyState() {
  const model = useModel()
  return (
    <main class="state">
      <div class="drop-zone">
        <Icon name="fileUp" size={32} />
        <h1>Drop a run here</h1>
        <p>
          resources.jsonl and lineage.jsonl, Secoda’s upload CSV, their folder, what an integration printed,
          or a saved report
        </p>
        <FileButtons>
          <button type="button" class="button" onClick={() => void openExample(model)}>
            Open the shop example
          </button>
        </FileButtons>
      </div>
      <p class="or">
        or in a terminal <code>lineagraph view out</code>
      </p>
    </main>
  )
}

async function openExample({ openAnother, fail }: Model): Promise<void> {
  try {
    void openAnother((await import('../source/example-run.ts')).exampleRun())
  } catch (error) {
    fail('The example could not be loaded', error instanceof Error ? error.message : String(error))
  }
}

/** The ways to a run from here, and what else there is to do. */
function FileButtons({ children }: { children?: ComponentChildren }) {
  const model = useModel()
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const onChange = (event: { currentTarget: HTMLInputElement }): void => {
    void openGiven(model, chosenFiles([...(event.currentTarget.files ?? [])]))
    event.currentTarget.value = ''
  }
  return (
    <div class="buttons">
      <button type="button" class="button primary" onClick={() => files.current?.click()}>
        Choose files
      </button>
      <button type="button" class="button" onClick={() => folder.current?.click()}>
        Choose a folder
      </button>
      {children}
      <input ref={files} type="file" multiple hidden aria-label="Files of a run" onChange={onChange} />
      <input
        ref={folder}
        type="file"
        hidden
        aria-label="Folder of a run"
        {...{ webkitdirectory: true }}
        onChange={onChange}
      />
    </div>
  )
}

/** What was given is no run: why, and what to do. What was found in it is the page then. */
export function BrokenState() {
  const { stage } = useModel()
  if (stage.value.kind !== 'broken') return null
  const { what, help, findings } = stage.value
  // A run may be empty and nothing else.
  const isWrong = !findings || findings.facts.summary.errors > 0
  return (
    <main class={`state ${findings ? 'with-findings' : ''}`}>
      <div class="drop-zone broken">
        <Icon {...(isWrong ? { name: 'findings', hue: 'error' } : { name: 'fileUp' })} size={32} />
        <div role="alert">
          <h1>{what}</h1>
          <p>{help}</p>
          {findings && (
            <p class="of-run">
              <bdi>{findings.name}</bdi>
            </p>
          )}
        </div>
        <FileButtons />
      </div>
      {findings && (
        <section class="broken-findings" aria-label="What was found">
          <FindingsPanel of={findings} />
        </section>
      )}
    </main>
  )
}
