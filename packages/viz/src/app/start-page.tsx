import '../tokens/tokens.css'
import './base.css'
import { effect } from '@preact/signals'
import { render } from 'preact'
import { loadTheRest } from '../panels/later.tsx'
import { hashToView, viewToHash } from '../state/view-hash.ts'
import type { AskingEnd } from '../worker/client.ts'
import { App } from './app.tsx'
import { startModel, type StartedModel } from './start-model.ts'

/** Fills the page: the app without a run. The address holds the view, and the browser's settings the theme. */
export function startPage(startWorker: () => AskingEnd): StartedModel {
  const darkness = matchMedia('(prefers-color-scheme: dark)')
  const model = startModel({
    startWorker,
    ...hashToView(location.hash),
    prefersDark: darkness.matches,
    onView: (view, isStep) =>
      history[isStep ? 'pushState' : 'replaceState'](null, '', `#${viewToHash(view)}`),
  })
  darkness.addEventListener('change', () => model.setPrefersDark(darkness.matches))
  addEventListener('popstate', () => {
    const { view, notice } = hashToView(location.hash)
    model.goTo(view, notice)
  })
  effect(() => {
    document.documentElement.classList.toggle('dark', model.isDark.value)
  })
  const title = document.title
  effect(() => {
    const stage = model.stage.value
    const read = model.run.value ?? (stage.kind === 'broken' ? stage.findings : null)
    document.title = read ? `${read.name} · lineagraph` : title
  })
  effect(() => {
    // In a task of its own: to show the first picture takes as long as a task may.
    if (model.picture.value) setTimeout(loadTheRest)
  })
  render(<App model={model} />, document.body)
  return model
}
