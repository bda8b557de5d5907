// The floor: JSON.parse over every line of the files, in one thread, and nothing else.
import { eachLine } from './each-line.mjs'

let [lines, broken] = [0, 0]
for (const file of process.argv.slice(2))
  eachLine(file, (line) => {
    lines++
    try {
      JSON.parse(line)
    } catch {
      broken++
    }
  })
console.log(JSON.stringify({ lines, broken }))
