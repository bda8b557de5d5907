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
  const reason = packageOf(path) === packageOf(file) ? reasonInside(file, path) : reasonAcross(path)
  return reason && { to: placeOf(path), reason }
}

const reasonAcross = (path) => packageOf(path) && reasons.otherPackage

function reasonInside(file, path) {
  if (!isInSrc(file) || isTest(file)) return undefined
  if (!isInSrc(path)) return reasons.outsideSrc
  const rows = stations.find(({ src }) => file.startsWith(`${src}/`))?.rows ?? []
  const here = rows.findIndex(({ folders }) => folders.includes(placeOf(file)))
  const there = rows.findIndex(({ folders }) => folders.includes(placeOf(path)))
  if (here < 0 || there < 0) return reasons.unknownFolder
  if (there > here) return rows[there].reason
  return there === here && placeOf(file) !== placeOf(path) ? rows[here].apart : undefined
}

const isTest = (file) => /\.test\.tsx?$/.test(file)
const isInSrc = (file) => /^packages\/[^/]+\/src\//.test(file)
const packageOf = (file) => /^packages\/[^/]+/.exec(file)?.[0]

/** The folder or file right below src, which is what stations are named after; the whole path anywhere else. */
const placeOf = (file) => /^packages\/[^/]+\/src\/([^/]+)/.exec(file)?.[1] ?? file
