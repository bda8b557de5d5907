import { EXIT, type ExitCode } from '../input/exit-code.ts'
import { writeOut } from '../input/write-out.ts'
import { makeProject } from '../project/make-project.ts'
import { mustBeName } from '../project/must-be-name.ts'
import { projectFiles } from '../project/project-files.ts'

/** `lineagraph new`: starts a project, in a folder of its name below the current one. */
export async function newCommand(name: string): Promise<ExitCode> {
  mustBeName(name)
  const files = projectFiles(name)
  makeProject(name, files)
  await writeOut([
    `made the project '${name}':\n`,
    ...[...files.keys()].map((path) => `  ${name}/${path}\n`),
    `\nnow:\n  cd ${name}\n  npm install\n  npm test\n\n${name}/README.md says what comes next\n`,
  ])
  return EXIT.ok
}
