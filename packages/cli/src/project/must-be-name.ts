import { builtinModules } from 'node:module'
import { quote } from '@lineagraph/core'
import { UsageError } from '../input/usage-error.ts'
import packageJson from './template/package.json?raw'

/** npm takes no longer one. */
const LONGEST = 214
/** npm's rules, and none that a shell or a file system could take for something else. A scope would make it two folders. */
const NAME = /^[a-z0-9][a-z0-9._-]*$/
/** What Windows keeps for devices, whatever follows a dot. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/

/** Names that mean something else to npm, or to whoever imports them. */
function takenBy(name: string): string | undefined {
  if (name === 'node_modules' || name === 'favicon.ico') return 'npm'
  if (builtinModules.includes(name)) return 'Node'
  if (DEVICE.test(name)) return 'Windows'
  const { dependencies, devDependencies } = JSON.parse(packageJson) as Record<string, object>
  return Object.hasOwn({ ...dependencies, ...devDependencies }, name) ? 'a package that it needs' : undefined
}

/** Throws UsageError where a text cannot be the name of a package and of its folder. */
export function mustBeName(name: string): void {
  const fault = faultOf(name)
  if (fault === undefined) return
  const near = suggestion(name)
  throw new UsageError(
    `${quote(name)} cannot be the name of a project: ${fault}`,
    near === undefined
      ? 'write one such as my-integration'
      : `write lineagraph new ${near}; the project goes into a folder of that name, below the current one`,
  )
}

function faultOf(name: string): string | undefined {
  if (name === '') return 'it is empty'
  if (name.length > LONGEST) return `it is longer than ${LONGEST} characters`
  if (!NAME.test(name)) return 'a name is small letters, digits, and - _ . within'
  if (name.endsWith('.')) return 'it ends with a dot'
  const owner = takenBy(name)
  return owner && `it is taken, by ${owner}`
}

/** The nearest name that would do. */
function suggestion(name: string): string | undefined {
  const near = name
    .slice(0, LONGEST)
    .toLowerCase()
    .replaceAll(/[^a-z0-9._-]+/g, '-')
    .replaceAll(/^[._-]+|[._-]+$/g, '')
  return near !== '' && faultOf(near) === undefined ? near : undefined
}
