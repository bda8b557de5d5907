import type { Run } from '../read/run.ts'
import { resolve } from '../resolve/resolve.ts'
import { LineageGraph } from './lineage-graph.ts'

/** Resolves what a run declares into its graph. Never fails: what does not fit is in the graph as a missing or external thing. */
export const buildGraph = (run: Run): LineageGraph => new LineageGraph(run, resolve(run))
