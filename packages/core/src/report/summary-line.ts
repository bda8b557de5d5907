import type { Summary } from '../check/finding.ts'

/** `2 errors, 1 warning in 120 resources, 88 edges`. */
export function summaryLine({ errors, warnings, infos, baselined, resources, lineage }: Summary): string {
  const found = [
    errors > 0 && plural(errors, 'error'),
    warnings > 0 && plural(warnings, 'warning'),
    infos > 0 && plural(infos, 'note'),
  ].filter((part) => part !== false)
  const hidden = baselined > 0 ? `, ${baselined} in the baseline` : ''
  const of = `${plural(resources, 'resource')}, ${plural(lineage, 'edge')}`
  return `${found.length > 0 ? found.join(', ') : 'no findings'} in ${of}${hidden}`
}

/** `1 error`, `1,200 errors`. */
export const plural = (count: number, noun: string): string =>
  `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`
