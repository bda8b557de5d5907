import '../tokens/tokens.css'
import './base.css'
import { effect } from '@preact/signals'
import { render } from 'preact'
import { fetchListing, fetchRun, type RunListing } from '../source/fetch-run.ts'
import { watchRun } from '../source/watch-run.ts'
import { hashToView, viewToHash } from '../state/view-hash.ts'
import { App } from './app.tsx'
import { startModel } from './start-model.ts'

const darkness = matchMedia('(prefers-color-scheme: dark)')
const model = startModel({
  ...hashToView(location.hash),
  prefersDark: darkness.matches,
  onView: (view, isStep) => history[isStep ? 'pushState' : 'replaceState'](null, '', `#${viewToHash(view)}`),
})
darkness.addEventListener('change', () => model.setPrefersDark(darkness.matches))
addEventListener('popstate', () => {
  const { view, notice } = hashToView(location.hash)
  model.goTo(view, notice)
})
effect(() => {
  document.documentElement.classList.toggle('dark', model.isDark.value)
})
render(<App model={model} />, document.body)

const base = new URL('./', location.href).pathname
let stopWatching = (): void => {}

const read = async (listing: RunListing | undefined): Promise<void> => {
  if (!listing || listing.files.length === 0) {
    model.setStage({ kind: 'empty' })
    return
  }
  try {
    await model.open(await fetchRun(base, listing), listing.name)
  } catch (error) {
    model.fail('The run could not be fetched', error instanceof Error ? error.message : String(error))
  }
}

model.onFiles = (files) => {
  if (files.length === 0) return
  stopWatching()
  model.setFollowing('none')
  const [first] = files
  void model.open(files, files.length === 1 ? first!.name : `${files.length} files`)
}

const served = await fetchListing(base)
await read(served)
if (served)
  stopWatching = watchRun(
    base,
    () => void fetchListing(base).then((listing) => listing && read(listing)),
    (live) => model.setFollowing(live ? 'live' : 'lost'),
  )
