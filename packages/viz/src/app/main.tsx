import { fetchBase, fetchListing, fetchRun } from '../source/fetch-run.ts'
import { watchRun } from '../source/watch-run.ts'
import { startPage } from './start-page.tsx'

const model = startPage(() => new Worker(new URL('../worker/main.ts', import.meta.url), { type: 'module' }))

const base = new URL('./', location.href).pathname
let stopWatching = (): void => {}
/** The version of the served run that was asked for last. */
let seen: string | undefined
let turns = 0

/** Shows the run that the server has by now, unless something newer comes first. @returns false where it serves none. */
async function follow(): Promise<boolean> {
  const turn = ++turns
  const served = await fetchListing(base)
  if (!served || turn !== turns) return served !== undefined
  seen = served.version
  if ('what' in served) model.fail(served.what, served.help)
  else if (served.files.length === 0) model.setStage({ kind: 'empty' })
  else
    try {
      if (model.run.value === null) model.setStage({ kind: 'reading', progress: null })
      const [inputs, before] = await Promise.all([fetchRun(base, served), fetchBase(base, served)])
      if (turn === turns)
        await model.open({
          name: served.name,
          inputs,
          plan: served.plan,
          ...(before && { base: before }),
        })
    } catch (error) {
      if (turn === turns)
        model.fail('The run could not be fetched', error instanceof Error ? error.message : String(error))
    }
  return true
}

model.onAnother = () => {
  stopWatching()
  turns++
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
