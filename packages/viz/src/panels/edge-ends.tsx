import type { Named } from '../worker/names/named.ts'
import { ThingLine } from './thing-line.tsx'

/** What something leads from and to, one below the other. */
export const EdgeEnds = ({ from, to }: { from: Named; to: Named }) => (
  <div class="ends">
    <ThingLine thing={from} />
    <svg width="15" height="14" viewBox="0 0 15 14" aria-hidden="true">
      <path class="shaft" d="M7.5 0v9" />
      <path class="head" d="M7.5 14L3.5 7.5h8z" />
    </svg>
    <ThingLine thing={to} />
  </div>
)
