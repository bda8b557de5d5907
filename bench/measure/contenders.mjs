import { spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'

const path = (name) => fileURLToPath(new URL(name, import.meta.url))
const LINEAGRAPH = path('../../packages/cli/bin/lineagraph.js')

const check = (threads) => ({
  programFor: ({ folder, catalog }) => ({
    file: process.execPath,
    args: [
      LINEAGRAPH,
      'check',
      folder,
      ...(catalog ? ['--workspace', catalog] : []),
      '--no-config',
      '--format=json',
      `--threads=${threads}`,
    ],
    isNode: true,
    fine: [0, 1], // with and without errors
  }),
})

const python = ['python3', 'python'].find((name) => {
  const asked = spawnSync(name, ['-c', 'import pydantic, networkx'])
  return asked.status === 0
})

/**
 * Who reads a run, in the order of the table. The first is the floor, by which the others are measured.
 * `isPeer`: it does only part of the work and is slow, so it runs once. `missing`: why it cannot run here.
 */
export const CONTENDERS = [
  {
    name: 'JSON.parse',
    programFor: ({ files }) => ({
      file: process.execPath,
      args: [path('programs/floor.mjs'), ...files],
      isNode: true,
    }),
  },
  { name: 'lineagraph, 1 thread', ...check(1) },
  { name: `lineagraph, ${availableParallelism()} threads`, ...check(availableParallelism()) },
  {
    name: 'graphology',
    isPeer: true,
    programFor: ({ files }) => ({
      file: process.execPath,
      args: [path('programs/with-deep-stack.mjs'), path('programs/on-graphology.mjs'), ...files],
      isNode: true,
    }),
  },
  {
    name: 'pydantic + networkx',
    isPeer: true,
    missing: python === undefined ? 'not installed' : undefined,
    programFor: ({ files }) => ({
      file: python,
      args: [path('programs/on_networkx.py'), ...files],
      isNode: false,
    }),
  },
]
