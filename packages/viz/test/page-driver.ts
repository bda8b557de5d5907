import type { Page } from 'playwright-core'
import { viewToHash } from '../src/state/view-hash.ts'
import { FIRST_VIEW, type Camera, type View } from '../src/state/view.ts'
import { pictureOf, pointAt, type ServedPage } from './serve-page.ts'

type Point = readonly [x: number, y: number]

/** A page that stays, while each test goes to a view of its own. */
export interface Driver {
  readonly page: Page
  /** Follows a link to a view, under a camera, in the page that is there: things stay in their places, and panels open. */
  goTo(view: Partial<View>, camera: Camera): Promise<void>
  /** Opens the link to a view anew, under a camera. That takes four times as long. */
  open(view: Partial<View>, camera: Camera): Promise<void>
  /** Clicks at a point of the picture. */
  click(point: Point, options?: Parameters<Page['mouse']['click']>[2]): Promise<void>
  doubleClick(point: Point): Promise<void>
  hover(point: Point): Promise<void>
  /** What the address says by a name, or null. */
  said(name: string): string | null
  /** The camera that the address has, which must have one; without what stands where under it. */
  saidCamera(): Camera
  saysOnce(name: string, value: string | null): Promise<boolean>
  /** Waits for a picture with so many things, boxes and stacks included: `Lineage: 5 things, 4 lines`. */
  pictures(text: string): Promise<boolean>
  /** Presses keys with the focus on the picture. */
  press(...keys: string[]): Promise<void>
}

/** Drives one page, without motion unless that is wanted. */
export async function driverOf(
  served: ServedPage,
  options: Parameters<ServedPage['open']>[1] = {},
  before?: () => void,
): Promise<Driver> {
  const page = await served.open('', { reducedMotion: 'reduce', ...options }, before)
  page.setDefaultTimeout(10_000)
  let camera: Camera = { x: 0, y: 0, k: 1 }
  const on = (point: Point): Promise<[number, number]> => pointAt(page, camera, point)
  const said = (name: string): string | null =>
    new URLSearchParams(new URL(page.url()).hash.slice(1)).get(name)
  return {
    page,
    async goTo(view, to) {
      camera = to
      await page.mouse.move(0, 0)
      await page.evaluate(followHash, hashOf(view, to))
      await pictureOf(page)
    },
    async open(view, to) {
      camera = to
      await page.goto('about:blank')
      await page.goto(served.url + hashOf(view, to))
      await pictureOf(page)
    },
    click: async (point, clicked) => page.mouse.click(...(await on(point)), clicked),
    doubleClick: async (point) => page.mouse.dblclick(...(await on(point))),
    hover: async (point) => page.mouse.move(...(await on(point))),
    said,
    saidCamera() {
      const [x, y, k] = said('at')!.split(',').map(Number) as [number, number, number]
      return { x, y, k }
    },
    saysOnce: (name, value) =>
      page
        .waitForFunction(
          ([wantedName, wanted]) => new URLSearchParams(location.hash.slice(1)).get(wantedName!) === wanted,
          [name, value] as const,
        )
        .then(() => true),
    pictures(text) {
      const [, view, things, lines] = /^(\w+: )(\d+) things?(, \d+ lines?)$/.exec(text)!
      const isSo = `.picture[aria-label^="${view}"][aria-label*="${lines}."][data-things="${things}"]`
      return page
        .waitForFunction(
          (selector) => document.querySelector(selector)?.checkVisibility({ visibilityProperty: true }),
          isSo,
          { timeout: 5000 },
        )
        .then(() => true)
    },
    async press(...keys) {
      await page.focus('.picture')
      for (const key of keys) await page.keyboard.press(key)
    },
  }
}

const hashOf = (view: Partial<View>, camera: Camera): string =>
  `#${viewToHash({ ...FIRST_VIEW, ...view, camera })}`

/** In the page: follows a link to a view, and waits until that is taken up. The focus goes to where it is in a page that has just been opened. */
function followHash(hash: string): Promise<void> {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  if (location.hash === hash) return Promise.resolve()
  return new Promise((done) => {
    addEventListener('hashchange', () => requestAnimationFrame(() => requestAnimationFrame(() => done())), {
      once: true,
    })
    location.hash = hash
  })
}

/** A camera with a point in the middle of the window. */
export const lookingAt = ([x, y]: Point, k = 1): Camera => ({ x: Math.round(x), y: Math.round(y), k })
