import type { Following } from './model.ts'

const WORDS = { live: 'live', lost: 'server lost', none: 'read' } as const
const MEANING = {
  live: 'The page follows the files of the run',
  lost: 'Nobody serves the files of the run any more: this is how they were. Start lineagraph view again.',
  none: undefined,
} as const

/** Whether the page follows the files of its run, and which run that is. */
export const Live = ({ following, name }: { following: Following; name: string }) => (
  <span class="live" title={MEANING[following]}>
    <svg width="8" height="8" aria-hidden="true">
      <circle cx="4" cy="4" r="3.5" class={following} />
    </svg>
    {WORDS[following]}{' '}
    <span class="live-of">
      · <bdi class="run-name">{name}</bdi>
    </span>
  </span>
)
