import type { CheckPlan } from '@lineagraph/core'

/** What the server says of the run that it serves. */
export interface RunListing {
  /** What to call it. */
  readonly name: string
  /** Other for every state of the run. */
  readonly version: string
  readonly files: readonly ListedFile[]
  /** How the terminal checks it, so that the page finds the same. */
  readonly plan: CheckPlan
  /** What it is compared with; its files are below `/run/base/`. */
  readonly base?: Pick<RunListing, 'name' | 'files' | 'plan'>
}

/** What a report says of the run that it carries. */
export interface ReportListing extends Omit<RunListing, 'version'> {
  /** How many sections hold it: fewer are there where the report was cut on its way. */
  readonly sections: number
}

/** A file of the run, or a catalog beside it, by the name that findings have for it. */
export interface ListedFile {
  readonly name: string
  readonly role: 'run' | 'catalog'
  /** What a program printed: text between its declarations is no finding. */
  readonly printed: boolean
}

/** Why there is nothing to list, such as a folder that is gone or a config file that is wrong, and how to mend it. */
export interface RunFault extends Pick<RunListing, 'name' | 'version'> {
  readonly what: string
  readonly help: string
}
