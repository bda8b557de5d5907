// Figures as people read them.

export const grouped = (number) => Math.round(number).toLocaleString('en-US')
/** @param {number} time in seconds */
export const seconds = (time) => (time < 10 ? `${time.toFixed(2)} s` : `${time.toFixed(1)} s`)
/** @param {number} bytes */
export const megabytes = (bytes) => `${grouped(bytes / 1e6)} MB`
/** How often of a floor: `0.84×`. */
export const times = (part, whole) => `${(part / whole).toFixed(2)}×`
