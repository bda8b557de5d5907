import type { Changed } from '../worker/answers/run-facts.ts'

const SIGNS = { added: '+', removed: '−', changed: '~' } as const

/** The sign of a change, as the picture has it. */
export const ChangeSign = ({ change }: { change: Changed }) => (
  <i class={`change-sign ${change}`} aria-hidden="true">
    {SIGNS[change]}
  </i>
)
