// node packages/viz/test/screenshot.mjs URL OUT.png [--width 1440] [--height 900] [--dark] [--wait 500]
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { runnerImport } from 'vite'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    width: { type: 'string', default: '1440' },
    height: { type: 'string', default: '900' },
    dark: { type: 'boolean', default: false },
    wait: { type: 'string', default: '500' },
  },
})
const [url, out] = positionals
if (!url || !out)
  throw new Error('usage: screenshot.mjs URL OUT.png [--width N] [--height N] [--dark] [--wait MS]')

// Node 20 does not read TypeScript: Vite does it for us.
const { module } = await runnerImport(fileURLToPath(new URL('browser.ts', import.meta.url)))
const browser = await module.launchBrowser()
try {
  const page = await browser.newPage({
    viewport: { width: Number(values.width), height: Number(values.height) },
    colorScheme: values.dark ? 'dark' : 'light',
  })
  page.on('console', (message) => console.log(`[${message.type()}] ${message.text()}`))
  page.on('pageerror', (error) => console.log(`[error] ${error.stack ?? error.message}`))
  await page.goto(url, { waitUntil: 'load' })
  await page.waitForTimeout(Number(values.wait))
  await page.screenshot({ path: out })
} finally {
  await browser.close()
}
