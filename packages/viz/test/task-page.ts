import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { pictureOf, servePage, type ServedPage } from './serve-page.ts'
import { TASKS } from './task-run.ts'

/** Serves the run of the tasks to the tests of a file, which must end without a complaint. @returns what opens its page, with the picture there. */
export function serveTasks(): (hash?: string) => Promise<Page> {
  let served: ServedPage
  beforeAll(async () => {
    served = await servePage(TASKS)
  })
  afterAll(() => served?.close())
  afterEach(() => expect(served.complaints).toEqual([]))
  return async (hash = '') => {
    const page = await served.open(hash, { reducedMotion: 'reduce', acceptDownloads: true })
    await pictureOf(page)
    return page
  }
}
