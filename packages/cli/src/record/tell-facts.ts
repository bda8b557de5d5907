import { isIP } from 'node:net'
import { isAbsolute, relative } from 'node:path'
import { visible } from '@lineagraph/core'
import type { Fact, How, Place } from './python-shim.ts'

/** What an author should know of a run before it is uploaded: lines for standard error, each thing once. */
export function tellFacts(facts: readonly Fact[], folder: string = process.cwd()): string {
  const hosts = distinct(facts.flatMap((fact) => (fact.kind === 'host' ? [fact.origin] : []))).sort()
  const lines = [
    ...heading(hosts, 'endpoints called, for Secoda’s upload form:'),
    ...hosts.map((host) => `  ${host}`),
    ...credentialLines(facts, folder),
    ...callLines(facts, folder),
  ]
  return lines.map((line) => `${visible(line)}\n`).join('')
}

/** Which credentials are read; and where that cannot be known from the source, that it cannot. */
function credentialLines(facts: readonly Fact[], folder: string): string[] {
  const named = (kind: 'key' | 'given' | 'unseen'): string[] =>
    distinct(facts.flatMap((fact) => (fact.kind === kind ? [fact.name] : [])))
  const placed = (kind: 'whole' | 'computed' | 'passed'): string[] =>
    distinct(facts.flatMap((fact) => (fact.kind === kind ? [shownPlace(fact, folder)] : [])))
  const [whole, computed, passed] = [placed('whole'), placed('computed'), placed('passed')]
  const given = named('given')
  const stored = new Map(
    facts.flatMap((fact) => (fact.kind === 'stored' ? [[fact.name, shownPlace(fact, folder)]] : [])),
  )
  const isOwn = (name: string): boolean => stored.has(name) && !given.includes(name)
  const read = distinct([...named('key'), ...(whole.length > 0 ? given : [])]).sort()
  const own = read.filter(isOwn).map((name) => `${name} (${stored.get(name)})`)
  const fields = read.filter((name) => !isOwn(name))
  const unseen = named('unseen')
  return [
    ...heading(fields, `credentials read, for its input fields: ${fields.join(', ')}`),
    ...heading(whole, 'credentials passed on whole, so all that were given count as read:'),
    ...whole.map((place) => `  ${place}`),
    ...heading(computed, 'credentials read by a name that is computed: input fields may be missing above:'),
    ...computed.map((place) => `  ${place}`),
    ...heading(passed, 'the integration itself passed on, so that input fields may be missing above:'),
    ...passed.map((place) => `  ${place}`),
    ...heading(own, `set by the code itself, an input field only where it is read before: ${own.join(', ')}`),
    ...heading(
      unseen,
      `the source of ${unseen.join(', ')} could not be read: which credentials it reads is not known`,
    ),
  ]
}

/** A call that goes around the SDK, as it is shown. */
interface Shown extends Place {
  readonly how: How
  readonly step: 'request' | 'connection'
  readonly through: string
  readonly to: string
}

function callLines(facts: readonly Fact[], folder: string): string[] {
  const calls = facts.flatMap((fact): Shown[] => {
    if (fact.kind === 'command')
      return [{ ...fact, step: 'request', through: `the command ${fact.name}`, to: '' }]
    return fact.kind === 'around' ? [{ ...fact, through: shownLibrary(fact.library) }] : []
  })
  return [
    ...heading(calls, 'calls around self.http_*, which do not work in production:'),
    ...byPlace(withoutWays(calls))
      .flatMap(distinctCalls)
      .map(
        (call) =>
          `  ${shownPlace(call, folder)}  ${call.through}${call.to === '' ? '' : ` to ${call.to}`}${shownHow(call)}`,
      ),
  ]
}

/** In a task or a thread, a library connects by the means of others: without what is only an address on the way of a request from there. */
function withoutWays(calls: readonly Shown[]): Shown[] {
  const placeOf = ({ file, line, how }: Shown): string => JSON.stringify([file, line, how])
  const asked = new Set(
    calls.filter(({ step, file, to }) => step === 'request' && file !== '' && to !== '').map(placeOf),
  )
  return calls.filter(
    (call) =>
      call.how === 'call' || call.step === 'request' || !isAddress(call.to) || !asked.has(placeOf(call)),
  )
}

/** The calls of each line. A thread is used for many calls: from one place, they are told apart by what they go through. */
function byPlace(calls: readonly Shown[]): Shown[][] {
  const places = new Map<string, Shown[]>()
  for (const call of calls) {
    const { file, line, how, through } = call
    const place = JSON.stringify([file, line, how === 'call' ? '' : through])
    const here = places.get(place)
    if (here === undefined) places.set(place, [call])
    else here.push(call)
  }
  return [...places.values()]
}

/**
 * One call is noted at each step of its way: as a library's, then as connections to a host and to its address. What says most is told,
 * once a host.
 */
function distinctCalls(calls: readonly Shown[]): Shown[] {
  const requests = calls.filter(({ step }) => step === 'request')
  const named = calls.filter(({ to }) => !isAddress(to))
  const telling = requests.length > 0 ? requests : named.length > 0 ? named : calls
  const hosts = new Map<string, Shown>()
  for (const call of telling) if (!hosts.has(hostOf(call.to))) hosts.set(hostOf(call.to), call)
  return [...hosts.values()]
}

const isAddress = (origin: string): boolean =>
  isIP(hostOf(origin).replace(/:\d+$/, '')) !== 0 || isIP(hostOf(origin)) !== 0

const hostOf = (origin: string): string => origin.replace(/^https?:\/\//, '')

function shownHow({ file, how }: Shown): string {
  if (how === 'call') return ''
  if (how === 'task') return ', in a task that runs here'
  return file === '' ? ', from a thread' : ', in a thread started here'
}

/** Of Python's own, the module; of others what one installs. */
const shownLibrary = (module: string): string =>
  /^(urllib|http)\./.test(module) ? module : (module.split('.')[0] ?? module)

const shownPlace = ({ file, line }: Place, folder: string): string =>
  file === '' ? 'place not known' : `${shortest(file, folder)}:${line}`

function shortest(file: string, folder: string): string {
  const inFolder = relative(folder, file)
  return file.startsWith('<') || inFolder.startsWith('..') || isAbsolute(inFolder) ? file : inFolder
}

const heading = (things: readonly unknown[], text: string): string[] =>
  things.length > 0 ? [`lineagraph: ${text}`] : []

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)]
