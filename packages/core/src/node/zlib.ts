/** Node's zlib, loaded when the first compressed file is met: it takes as long as a small run to read. */
export const zlib = (): typeof import('node:zlib') => process.getBuiltinModule('node:zlib')
