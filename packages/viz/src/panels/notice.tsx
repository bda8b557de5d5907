import { Icon } from './icon.tsx'
import { useModel } from './model.ts'
import './notice.css'

/** What of a link or of a wish could not be done, until somebody closes it. */
export function Notice() {
  const { notice } = useModel()
  if (notice.value === '') return null
  return (
    <div class="notice" role="status">
      <span>{notice.value}</span>
      <button type="button" class="icon-button" aria-label="Close" onClick={() => (notice.value = '')}>
        <Icon name="close" />
      </button>
    </div>
  )
}
