import { isAbsolute, relative } from 'node:path'
import { visible } from '@lineagraph/core'
import type { Fact } from './python-shim.ts'

/** What an author should know of a run before it is uploaded: lines for standard error, each thing once. */
export function tellFacts(facts: readonly Fact[], folder: string = process.cwd()): string {
  const hosts = distinct(facts.flatMap((fact) => (fact.kind === 'host' ? [fact.origin] : []))).sort()
  const keys = distinct(facts.flatMap((fact) => (fact.kind === 'key' ? [fact.name] : [])))
  const calls = facts.flatMap((fact) => (fact.kind === 'around' ? [fact] : []))
  const lines = [
    ...heading(hosts, 'endpoints called, for Secoda’s upload form:'),
    ...hosts.map((host) => `  ${host}`),
    ...(keys.length > 0 ? [`lineagraph: credentials read, for its input fields: ${keys.join(', ')}`] : []),
    ...heading(calls, 'calls around self.http_*, which do not work in production:'),
    ...callsByLine(calls, folder),
  ]
  return lines.map((line) => `${visible(line)}\n`).join('')
}

type Around = Extract<Fact, { kind: 'around' }>

/** One call is noted at each step of its way: as a library's, then as a connection. The first says most. */
function callsByLine(calls: readonly Around[], folder: string): string[] {
  const first = new Map<string, Around>()
  for (const call of calls) {
    const place = JSON.stringify([call.file, call.line])
    if (!first.has(place)) first.set(place, call)
  }
  return [...first.values()].map(
    ({ file, line, library, to }) =>
      `  ${shortest(file, folder)}:${line}  ${shownLibrary(library)}${to === '' ? '' : ` to ${to}`}`,
  )
}

/** Of Python's own, the module; of others what one installs. */
const shownLibrary = (module: string): string =>
  /^(urllib|http)\./.test(module) ? module : (module.split('.')[0] ?? module)

function shortest(file: string, folder: string): string {
  const inFolder = relative(folder, file)
  return inFolder.startsWith('..') || isAbsolute(inFolder) ? file : inFolder
}

const heading = (things: readonly unknown[], text: string): string[] =>
  things.length > 0 ? [`lineagraph: ${text}`] : []

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)]
