import { takeParts, textOf } from '../source/packed-parts.ts'

/** Set while the app is to take the page over: until it does, nothing of the still page is seen. */
const WITH_SCRIPTS = 'with-scripts'

/**
 * Starts the app of a report: its code is compressed in the page, and becomes a script of it, which the policy of the page knows by its
 * hash. Where that cannot be, the still page stays.
 */
async function load(): Promise<void> {
  try {
    const [code] = takeParts('code')
    const script = document.createElement('script')
    script.textContent = await textOf(code!)
    document.body.append(script)
  } finally {
    if (document.querySelector('.still')) document.documentElement.classList.remove(WITH_SCRIPTS)
  }
}

document.documentElement.classList.add(WITH_SCRIPTS)
addEventListener('DOMContentLoaded', () => void load())
