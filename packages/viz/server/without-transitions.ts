import type { Plugin } from 'vite'

const LEFT_OUT = /\/d3-(transition|interpolate)\/dist\/[a-z0-9-]+\.m?js$/

/** All that d3-zoom asks of d3-transition and d3-interpolate where nothing is in transition: to interrupt it, and a way between two views. */
const CODE: Readonly<Record<string, string>> = {
  transition: `
    import { selection } from 'd3-selection'
    export const interrupt = () => {}
    selection.prototype.interrupt = function () { return this }`,
  interpolate: 'export const interpolateZoom = undefined',
}

/** Leaves out d3's transitions, and with them all that blends colours and texts: the page flies with its camera itself. */
export const withoutTransitions = (): Plugin => ({
  name: 'lineagraph-without-transitions',
  apply: 'build',
  transform(_, id) {
    const code = CODE[LEFT_OUT.exec(id)?.[1] ?? '']
    return code === undefined ? undefined : { code, map: null }
  },
})
