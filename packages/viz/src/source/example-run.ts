import lineage from '../../../../fixtures/clean/warehouse/lineage.jsonl?raw'
import resources from '../../../../fixtures/clean/warehouse/resources.jsonl?raw'
import type { GivenRun } from './run-input.ts'

/** A small run to look at, for who has none yet. */
export const exampleRun = (): GivenRun => ({
  name: 'the shop example',
  inputs: [
    { name: 'resources.jsonl', blob: new Blob([resources]) },
    { name: 'lineage.jsonl', blob: new Blob([lineage]) },
  ],
})
