/** As long as a name is taken over: file systems hold 255 bytes, and a letter may have four. */
const LONGEST = 60

/**
 * Gives a file to whoever asked for it.
 * @param stem may be from a run: what is no letter or digit in it becomes a dash, so that it is no path.
 * @param ending what follows, of our own.
 * @returns the name that it was given.
 */
export function saveFile(stem: string, ending: string, content: Blob): string {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download =
    Array.from(stem.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-'))
      .slice(0, LONGEST)
      .join('') + ending
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
  return link.download
}
