// What is loaded when the first picture is there.
export { boxClosedBy, closeAtOnce } from './close-at-once.ts'
export { containerOpenedBy, openAtOnce } from './open-at-once.ts'
