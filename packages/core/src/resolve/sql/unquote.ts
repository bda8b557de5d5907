import type { Backslash, Dialect } from './dialects.ts'

const CLOSERS: Readonly<Record<string, string>> = { '"': '"', '`': '`', '[': ']', "'": "'" }

/** What a quoted name says: without its quotes, escapes undone. `written` may lack its closing quote. */
export function unquote(written: string, dialect: Dialect): string {
  if (/^u&"/i.test(written)) return unescapeUnicode(inner(written, 3, '"').replaceAll('""', '"'))
  const open = written.charAt(0)
  const close = CLOSERS[open]
  if (close === undefined) return written
  const text = inner(written, 1, close)
  const backslash: Backslash = open === '"' || open === '`' ? dialect.backslash[open] : 'plain'
  if (backslash !== 'escapes') return text.replaceAll(close + close, close)
  return text.replace(close === '"' ? /\\(.)|""/gs : /\\(.)|``/gs, (_, escaped?: string) => escaped ?? close)
}

const inner = (written: string, from: number, close: string): string =>
  written.slice(from, written.length > from && written.endsWith(close) ? -1 : undefined)

/** `\0061` and `\+000061` in a `U&"…"`. */
function unescapeUnicode(text: string): string {
  return text.replace(/\\(?:\+([\da-f]{6})|([\da-f]{4})|(\\))/gi, (escape, six, four, backslash) => {
    if (backslash) return '\\'
    const point = Number.parseInt(six ?? four, 16)
    return point <= 0x10ffff ? String.fromCodePoint(point) : escape
  })
}
