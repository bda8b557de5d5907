/** A longer id than this fills a line of a panel, and the next is mostly like it. */
const LONGEST = 33
const [BEGIN, END] = [8, 22]

/** A message with its long ids cut in the middle: what tells them apart is at their end, and what is wrong with them stands behind. */
export const cutIds = (message: string): string =>
  message.replaceAll(/'([^']+)'/g, (whole, id: string) => {
    const letters = Array.from(id)
    if (letters.length <= LONGEST) return whole
    return `'${letters.slice(0, BEGIN).join('')}…${letters.slice(-END).join('')}'`
  })
