import { bans, reasons, stations } from './walls.mjs'

/** @typedef {{ file: string, line: number, from: string, to: string, reason: string }} Breach */

/**
 * Every import that goes through a wall.
 * @param {ReturnType<import('./read-imports.mjs').readImports>} imports
 * @returns {Breach[]}
 */
export function findBreaches(imports) {
  return [...imports.values()].flat().flatMap((found) => {
    const breach = found.path === undefined ? breachByName(found) : breachByPath(found)
    return breach ? [{ file: found.file, line: found.line, from: placeOf(found.file), ...breach }] : []
  })
}

function breachByName({ file, request }) {
  const ban = bans.find(({ from, except, to }) => from.test(file) && !except?.test(file) && to.test(request))
  return ban && { to: request, reason: ban.reason }
}

function breachByPath({ file, path }) {
  if (packageOf(path) === packageOf(file)) return breachInside(file, path)
  return packageOf(path) && { to: placeOf(path), reason: reasons.otherPackage }
}

function breachInside(file, path) {
  if (!isInSrc(file) || isTest(file)) return undefined
  if (!isInSrc(path)) return { to: placeOf(path), reason: reasons.outsideSrc }
  const shared = stations.filter(({ src }) => [file, path].every((one) => one.startsWith(`${src}/`)))
  if (shared.length === 0) return { to: placeOf(path), reason: reasons.unknownFolder }
  return shared.map((station) => breachAmong(station, file, path)).find(({ reason }) => reason)
}

function breachAmong({ src, rows }, file, path) {
  const [from, to] = [partOf(src, file), partOf(src, path)]
  return { from, to, reason: reasonBetween(rows, from, to) }
}

function reasonBetween(rows, from, to) {
  const [here, there] = [rowOf(rows, from), rowOf(rows, to)]
  if (here < 0 || there < 0) return reasons.unknownFolder
  if (there > here) return rows[there].reason
  return there === here && from !== to ? rows[here].apart : undefined
}

/** The folder or file right below another folder. */
const partOf = (src, file) => file.slice(src.length + 1).split('/', 1)[0]

function rowOf(rows, part) {
  const named = rows.findIndex(({ folders }) => folders.includes(part))
  return named < 0 && /\.tsx?$/.test(part) ? rows.findIndex(({ folders }) => folders.includes('*.ts')) : named
}

const isTest = (file) => /\.test\.tsx?$/.test(file)
const isInSrc = (file) => /^packages\/[^/]+\/src\//.test(file)
const packageOf = (file) => /^packages\/[^/]+/.exec(file)?.[0]

/** The folder or file right below src, which is what stations are named after; the whole path anywhere else. */
const placeOf = (file) => /^packages\/[^/]+\/src\/([^/]+)/.exec(file)?.[1] ?? file
