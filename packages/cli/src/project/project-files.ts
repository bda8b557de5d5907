import config from './template/lineagraph.config.json?raw'
import dev from './template/dev.ts?raw'
import gitignore from './template/.gitignore?raw'
import integration from './template/src/integration.ts?raw'
import integrationTest from './template/src/integration.test.ts?raw'
import packageJson from './template/package.json?raw'
import readme from './template/README.md?raw'
import sample from './template/src/sample.ts?raw'
import start from './template/src/start.ts?raw'
import tsconfig from './template/tsconfig.json?raw'

/** What the template calls the project. */
const TEMPLATE_NAME = 'my-integration'

const TEMPLATE: Readonly<Record<string, string>> = {
  'src/integration.ts': integration,
  'src/integration.test.ts': integrationTest,
  'src/sample.ts': sample,
  'src/start.ts': start,
  'dev.ts': dev,
  'lineagraph.config.json': config,
  'package.json': packageJson,
  'tsconfig.json': tsconfig,
  '.gitignore': gitignore,
  'README.md': readme,
}

/** The files of a new project, by their paths in it. @param name one that `mustBeName` takes, which needs no escape anywhere. */
export const projectFiles = (name: string): ReadonlyMap<string, string> =>
  new Map(Object.entries(TEMPLATE).map(([path, text]) => [path, text.replaceAll(TEMPLATE_NAME, name)]))
