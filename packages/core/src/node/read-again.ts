import { RecentBlocks } from '../read/recent-blocks.ts'
import { Spool } from './spool.ts'

/**
 * What it takes to look at lines a second time: blocks that were used last, and the file that keeps what is decompressed. The files of a
 * run share it, and so do runs of one report: neither memory nor handles grow with their number.
 */
export class ReadAgain {
  readonly blocks = new RecentBlocks()
  readonly spool = new Spool()
}
