/** Gives a file to whoever asked for it. @param name may be from a run: what is no letter or digit in it becomes a dash, so that it is no path. */
export function saveFile(name: string, type: string, parts: readonly string[]): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([...parts], { type }))
  link.download = name.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-').slice(-120)
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
