import type * as Zlib from 'node:zlib'

/** Node's zlib, loaded when the first compressed file is met: it takes as long as a small run to read. */
export const zlib = (): typeof Zlib => process.getBuiltinModule('node:zlib')
