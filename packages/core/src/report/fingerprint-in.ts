import type { Finding } from '../check/finding.ts'
import { digestOf } from '../read/hash.ts'

/** A finding's fingerprint, for those who hold one against another over all of a report: the same mistake may be in several of its runs. */
export const fingerprintIn = ({ run, fingerprint }: Finding): string =>
  run === undefined ? fingerprint : digestOf(`${run}\n${fingerprint}`)
