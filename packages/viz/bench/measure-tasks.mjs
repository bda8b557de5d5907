import { percentiles } from './percentiles.mjs'

const TIMES = 8
/** What is done after an action, and belongs to it: what is laid out anew and painted at rest. Milliseconds. */
const AFTER = 1000

/**
 * Loads, hovers, selects, opens, closes, zooms, pans, filters and walks hops, and takes the longest task that the page's own thread has
 * meanwhile, each time: as somebody feels it, by the clock on the wall, and by the thread's own clock, which stands while others have the core.
 * @param open opens the page by a hash. @param tell takes the figures of each action, milliseconds.
 */
export async function measureTasks(open, hash, tell) {
  const keep = (name, longest) =>
    tell({
      name,
      passed: ranked(longest.map(({ passed }) => passed)),
      computed: ranked(longest.map(({ computed }) => computed)),
    })
  const page = await open(hash)
  const loads = []
  for (let i = 0; i < 4; i++)
    loads.push(
      await longestOf(page, async () => {
        await page.reload()
        await page.waitForSelector('.picture canvas[data-cards]', { state: 'attached' })
      }),
    )
  keep('load', loads)
  const box = await page.locator('.picture').boundingBox()
  const [midX, midY] = [box.x + box.width / 2, box.y + box.height / 2]
  /** Of many points in the window those at which the pointer lights most. */
  const brightest = async () => {
    const tried = []
    for (let i = 0; i < 12 * TIMES; i++) {
      const at = [
        box.x + box.width * (0.1 + 0.8 * ((i * 0.618) % 1)),
        box.y + box.height * (0.1 + 0.8 * ((i * 0.382) % 1)),
      ]
      await page.mouse.move(...at)
      await page.waitForTimeout(60)
      const said = await page.evaluate(() => document.querySelector('.status .lit')?.textContent ?? '')
      const numbers = said.replaceAll(',', '').match(/\d+/g) ?? []
      tried.push({ at, lit: numbers.reduce((sum, one) => sum + Number(one), 0) })
    }
    await page.mouse.move(box.x + 2, box.y + 2)
    return tried
      .sort((one, other) => other.lit - one.lit)
      .slice(0, TIMES)
      .map(({ at }) => at)
  }
  const times = async (name, act, count = TIMES) => {
    const longest = []
    for (let i = 0; i < count; i++) longest.push(await longestOf(page, () => act(i)))
    keep(name, longest)
  }
  const zoom = async (by) => {
    await page.keyboard.down('Control')
    for (let step = 0; step < 6; step++) {
      await page.mouse.wheel(0, by)
      await page.waitForTimeout(16)
    }
    await page.keyboard.up('Control')
  }
  const pan = async (i) => {
    for (let step = 0; step < 6; step++) {
      await page.mouse.wheel(i % 2 ? 30 : -30, i % 2 ? 20 : -20)
      await page.waitForTimeout(16)
    }
  }
  await page.keyboard.press('f')
  await page.waitForTimeout(AFTER)
  for (const where of ['all of it seen', 'at 60 %']) {
    const points = await brightest()
    await times(`hover, ${where}`, (i) => page.mouse.move(...points[i]))
    await page.mouse.move(box.x + 2, box.y + 2)
    await times(`select, ${where}`, (i) => page.mouse.click(...points[i]))
    await page.keyboard.press('Escape')
    await page.mouse.move(midX, midY)
    await times(`pan, ${where}`, pan)
    await times(`zoom, ${where}`, (i) => zoom(i % 2 ? 20 : -20))
    if (where === 'at 60 %') continue
    for (let step = 0; step < 80 && parseInt(await page.textContent('.scale'), 10) < 60; step++)
      await zoom(-8)
    await page.waitForTimeout(AFTER)
  }
  await page.keyboard.press('f')
  await page.waitForTimeout(AFTER)
  const toggled = []
  for (let i = 0; i < TIMES / 2; i++) {
    await choose(page, `schema_${(i * 37 + 50) % 100}`)
    for (let turn = 0; turn < 2; turn++)
      toggled.push(await longestOf(page, () => page.keyboard.press('Space'), 2 * AFTER))
  }
  keep('close', toggled.filter((_, i) => i % 2 === 0)) // prettier-ignore
  keep('open', toggled.filter((_, i) => i % 2 === 1)) // prettier-ignore
  await page.keyboard.press('Escape')
  const chip = page.locator('.chip').filter({ hasText: 'Schema' })
  await times('filter', () => chip.click(), 6)
  await page.close()

  const lineage = await open('#v=2&view=lineage&focus=db0.schema_3.table_350')
  await lineage.focus('.picture')
  const hops = []
  for (let i = 0; i < TIMES; i++)
    hops.push(await longestOf(lineage, () => lineage.keyboard.press(i % 6 < 3 ? ']' : '[')))
  keep('hop', hops)
  await lineage.close()
}

/** Finds a thing by its name, and selects it. */
async function choose(page, name) {
  await page.keyboard.press('/')
  await page.keyboard.type(name)
  await page.waitForTimeout(600)
  await page.keyboard.press('Enter')
  await page.focus('.picture')
  await page.waitForTimeout(AFTER)
}

/** The longest task of the page's own thread from an action on until what it brings has come. */
async function longestOf(page, act, after = AFTER) {
  const browser = page.context().browser()
  await browser.startTracing(page, { categories: ['toplevel'] })
  await act()
  await page.waitForTimeout(after)
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString())
  const keyOf = ({ pid, tid }) => `${pid}.${tid}`
  const own = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(keyOf),
  )
  let [passed, computed] = [0, 0]
  for (const event of traceEvents) {
    if (event.ph !== 'X' || event.name !== 'ThreadControllerImpl::RunTask' || !own.has(keyOf(event))) continue
    passed = Math.max(passed, event.dur / 1000)
    // What took less than a microsecond has none.
    computed = Math.max(computed, (event.tdur ?? 0) / 1000)
  }
  return { passed, computed }
}

const ranked = (figures) => ({ ...percentiles(figures), most: Math.max(...figures) })
