import { wellFormed } from './well-formed.ts'

/**
 * The URI of a file by the name that findings have for it, percent-encoded: `file:` for an absolute path, `C:/` and `//server/` of
 * Windows among them, else a relative reference.
 */
export function fileUri(file: string): string {
  const path = wellFormed(file).split('/').map(encodeURIComponent).join('/')
  if (/^[A-Za-z]:\//.test(file)) return `file:///${file.slice(0, 2)}${path.slice(path.indexOf('/'))}`
  if (file.startsWith('//')) return `file:${path}`
  return file.startsWith('/') ? `file://${path}` : path
}

/** Whether it says by itself where the file is. */
export const isAbsoluteUri = (uri: string): boolean => uri.startsWith('file:')
