// Writes one run, to look at or to measure by hand: node bench/generate.mjs SHAPE RESOURCES FOLDER [SEED]
import { generateRun, SHAPES } from './generate/runs.mjs'
import { writeRun } from './generate/write-run.mjs'

const [shape, size, folder, seed = '1'] = process.argv.slice(2)
const resources = Number(size)
if (!Object.hasOwn(SHAPES, shape ?? '') || !(Number.isInteger(resources) && resources > 0) || !folder) {
  console.error(
    'usage: node bench/generate.mjs SHAPE RESOURCES FOLDER [SEED]\n' +
      `SHAPE is one of ${Object.keys(SHAPES).join(', ')}; RESOURCES is how many there are, such as 100000.`,
  )
  process.exit(2)
}
const run = generateRun({ shape, resources, seed: Number(seed) })
const { folder: written, catalog, lines, bytes } = writeRun(run, folder)
console.log(`${written}: ${lines} lines, ${(bytes / 1e6).toFixed(1)} MB`)
if (catalog) console.log(`--workspace ${catalog}`)
console.log(JSON.stringify(run.planted))
