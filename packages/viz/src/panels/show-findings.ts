import type { Model } from './model.ts'

/** Shows the list of all that was found. */
export function showFindings({ change, sideOpen }: Pick<Model, 'change' | 'sideOpen'>): void {
  change({ tab: 'findings' })
  sideOpen.value = true
}
