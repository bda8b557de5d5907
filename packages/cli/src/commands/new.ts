import { EXIT, type ExitCode } from '../input/exit-code.ts'
import { writeOut } from '../input/write-out.ts'
import { carryPackages } from '../project/carry-packages.ts'
import { makeProject, mustBeFree } from '../project/make-project.ts'
import { mustBeName } from '../project/must-be-name.ts'
import { ownPackages } from '../project/own-packages.ts'
import { projectFiles } from '../project/project-files.ts'

/** `lineagraph new`: starts a project, in a folder of its name below the current one. */
export async function newCommand(name: string): Promise<ExitCode> {
  mustBeName(name)
  mustBeFree(name)
  const tarballs = ownPackages()
  const files = tarballs ? carryPackages(projectFiles(name), tarballs) : projectFiles(name)
  makeProject(name, files)
  await writeOut([
    `made the project '${name}':\n`,
    ...[...files.keys()].map((path) => `  ${name}/${path}\n`),
    ...(tarballs ? [CARRIED] : []),
    `\nnow:\n  cd ${name}\n  npm install\n  npm test\n\n${name}/README.md says what comes next\n`,
  ])
  return EXIT.ok
}

const CARRIED = `\nThis lineagraph came from no registry: vendor/ has its packages, and npm takes them from there and all else from
the registry. Commit that folder.
`
