import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { arch, availableParallelism, cpus, release, totalmem, type } from 'node:os'

/** What the figures depend on beside the code: the machine, and the versions of all that ran. */
export function machine() {
  return {
    processor: `${cpus()[0]?.model.trim() ?? 'unknown'}, ${availableParallelism()} cores`,
    memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
    system: `${type()} ${release()} ${arch()}`,
    versions: [
      `lineagraph ${versionIn('package.json')}`,
      `Node ${process.versions.node}`,
      `graphology ${versionIn('node_modules/graphology/package.json')}`,
      ...python(),
    ],
  }
}

const versionIn = (name) =>
  JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8')).version

function python() {
  const asked =
    'import platform, pydantic, networkx; print(platform.python_version(), pydantic.VERSION, networkx.__version__)'
  const { status, stdout } = spawnSync('python3', ['-c', asked], { encoding: 'utf8' })
  if (status !== 0) return ['no Python with pydantic and networkx']
  const [python, pydantic, networkx] = stdout.trim().split(' ')
  return [`Python ${python}`, `pydantic ${pydantic}`, `networkx ${networkx}`]
}
