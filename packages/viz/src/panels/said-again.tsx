import type { ComponentChildren } from 'preact'
import { useModel } from './model.ts'

/** How much is not drawn; where the picture has said why and what to do about it, that is said again, also after somebody has closed it. */
export function SaidAgain({ children }: { children: ComponentChildren }) {
  const { notice, picture } = useModel()
  const told = picture.value?.notices.join(' ') ?? ''
  if (told === '') return <>{children}</>
  return (
    <button type="button" class="said-again" title={told} onClick={() => (notice.value = told)}>
      {children}
    </button>
  )
}
