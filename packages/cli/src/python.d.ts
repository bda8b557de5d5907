/** Vite puts the text of a program in Python into the bundle. */
declare module '*.py?raw' {
  const source: string
  export default source
}
