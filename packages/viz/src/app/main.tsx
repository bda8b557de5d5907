import '../tokens/tokens.css'
import './base.css'
import { effect } from '@preact/signals'
import { render } from 'preact'
import { fetchListing, fetchRun } from '../source/fetch-run.ts'
import { watchRun } from '../source/watch-run.ts'
import { hashToView, viewToHash } from '../state/view-hash.ts'
import { App } from './app.tsx'
import { startModel } from './start-model.ts'

const darkness = matchMedia('(prefers-color-scheme: dark)')
const model = startModel({
  view: hashToView(location.hash),
  prefersDark: darkness.matches,
  onView: (view, isStep) => history[isStep ? 'pushState' : 'replaceState'](null, '', `#${viewToHash(view)}`),
})
darkness.addEventListener('change', () => model.setPrefersDark(darkness.matches))
addEventListener('popstate', () => model.goTo(hashToView(location.hash)))
effect(() => {
  document.documentElement.classList.toggle('dark', model.isDark.value)
})
render(<App model={model} />, document.body)

const base = new URL('./', location.href).pathname
let stopWatching = (): void => {}
let seen: string | undefined

/** Shows the run that the server has by now. @returns false where it serves none. */
async function follow(): Promise<boolean> {
  const served = await fetchListing(base)
  if (!served) return false
  seen = served.version
  if ('what' in served) model.fail(served.what, served.help)
  else if (served.files.length === 0) model.setStage({ kind: 'empty' })
  else
    try {
      const inputs = await fetchRun(base, served)
      if (seen === served.version) await model.open(inputs, served.name, served.plan)
    } catch (error) {
      if (seen === served.version)
        model.fail('The run could not be fetched', error instanceof Error ? error.message : String(error))
    }
  return true
}

model.onFiles = (files) => {
  if (files.length === 0) return
  stopWatching()
  seen = undefined
  model.setFollowing('none')
  const [first] = files
  void model.open(files, files.length === 1 ? first!.name : `${files.length} files`)
}

if (await follow())
  stopWatching = watchRun(
    base,
    (version) => {
      if (version !== seen) void follow()
    },
    (live) => model.setFollowing(live ? 'live' : 'lost'),
  )
else model.setStage({ kind: 'empty' })
