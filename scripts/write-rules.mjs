// Writes docs/rules.md, the pages of all rules, from the sources that were built last.
import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { rulesDocument } from '../packages/core/dist/report/rules-document.js'

await pipeline(rulesDocument, createWriteStream(new URL('../docs/rules.md', import.meta.url)))
