import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'
import { readFileSync } from 'node:fs'
const { module } = await runnerImport(fileURLToPath(new URL('browser.ts', import.meta.url)))
const list = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const browser = await module.launchBrowser()
for (const { url, out, width = 1440, height = 900, dark = false, wait = 1500 } of list) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: dark ? 'dark' : 'light' })
  page.on('console', (m) => console.log(out, m.type(), m.text()))
  page.on('pageerror', (e) => console.log(out, e.message))
  await page.goto(url, { waitUntil: 'load' })
  await page
    .waitForFunction(() => document.querySelector('canvas') && !document.querySelector('[aria-busy=true]'), {
      timeout: 60000,
    })
    .catch(() => console.log('busy', out))
  await page.waitForTimeout(wait)
  await page.screenshot({ path: out })
  await page.close()
}
await browser.close()
