/** What our own form of a checked graph says that it is, in its first field. */
export const EXPORT_FORMAT = 'lineagraph'

/** The version of the form: it grows when a field changes its meaning or goes. */
export const EXPORT_VERSION = 1
