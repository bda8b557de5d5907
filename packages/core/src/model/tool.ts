/** Who wrote a file: goes into everything that other programs read. A test holds the version to that of the package. */
export const TOOL = { name: 'lineagraph', version: '0.1.0' } as const
