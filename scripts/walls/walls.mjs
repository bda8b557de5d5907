import { builtinModules } from 'node:module'

/**
 * The folders of each package in the order that data passes them. A folder imports from the rows above its own;
 * `reason` says why nothing above a row may import it. Folders of one row see each other, unless `apart` says why not. `*.ts` are the files
 * beside the folders that no row names.
 */
export const stations = [
  {
    src: 'packages/core/src',
    rows: [
      { folders: ['model'] },
      { folders: ['read'], reason: 'the wire format stands on its own, however it is read' },
      {
        folders: ['resolve'],
        reason: 'what an identifier means is decided in one place, after everything is read',
      },
      {
        folders: ['graph'],
        reason: 'the graph is made of nodes and edges; what makes those does not know it',
      },
      { folders: ['check'], reason: 'rules judge the graph; what is judged does not know its judges' },
      { folders: ['compare'], reason: 'a run is judged by itself, whatever it is compared with' },
      {
        folders: ['report', 'export'],
        reason: 'findings, graphs and differences are data; text is made last',
        apart: 'one format can come or go without another noticing',
      },
      { folders: ['node'], reason: 'core also runs in a browser: files and threads stay behind ./node' },
      { folders: ['vitest'], reason: 'the matcher is one user of core among others' },
      { folders: ['index.ts'], reason: 'the entry is for other packages; inside, import the file itself' },
    ],
  },
  {
    src: 'packages/viz/src',
    rows: [
      { folders: ['state', 'tokens'] },
      { folders: ['source'], reason: 'state and tokens are seen by all, so they see nobody' },
      { folders: ['layout'], reason: 'a run arrives without knowing where its boxes will stand' },
      { folders: ['scene'], reason: 'places come first, marks are made from them' },
      { folders: ['worker'], reason: 'what runs in the worker must also run, and be tested, without one' },
      {
        folders: ['canvas', 'svg'],
        reason: 'drawing comes last and only draws: the worker has no DOM',
        apart: 'one scene, two ways to draw it: what both need belongs in scene',
      },
      { folders: ['panels'], reason: 'the picture stands without its panels' },
      { folders: ['app'], reason: 'the app puts the parts together; no part knows the whole' },
    ],
  },
  {
    src: 'packages/viz/src/layout',
    rows: [
      { folders: ['placing'] },
      { folders: ['layers'], reason: 'what is asked for and what is given are known before how it is done' },
      { folders: ['crossings'], reason: 'things have their layers before they have an order in them' },
      { folders: ['coordinates'], reason: 'an order is chosen without knowing how high things stand' },
      { folders: ['packing'], reason: 'one graph is placed without knowing what else there is' },
      { folders: ['boxes'], reason: 'what is done with one box knows nothing of boxes in boxes' },
      { folders: ['routing'], reason: 'boxes stand before edges are led around them' },
      { folders: ['*.ts'], reason: 'the stations do not know who calls them one after the other' },
    ],
  },
  {
    src: 'packages/viz/src/scene',
    rows: [
      { folders: ['picture'] },
      { folders: ['camera'], reason: 'a picture is the same from wherever one looks' },
      { folders: ['at-once'], reason: 'a camera does not care where its picture comes from' },
      { folders: ['marks'], reason: 'a picture is put together before anything of it is drawn' },
      { folders: ['*.ts'], reason: 'the stations do not know who calls them one after the other' },
    ],
  },
  {
    src: 'packages/viz/src/worker',
    rows: [
      { folders: ['names'] },
      { folders: ['pictures'], reason: 'what a thing is called does not hang on where it is shown' },
      { folders: ['answers'], reason: 'a picture is drawn without knowing what panels tell of it' },
      { folders: ['*.ts'], reason: 'who answers does not know how he was asked' },
    ],
  },
  {
    src: 'packages/sdk/src',
    rows: [
      { folders: ['secrets'] },
      { folders: ['declare'], reason: 'what must be hidden is known before anything is said' },
      { folders: ['http'], reason: 'a declaration is checked the same, wherever it came from' },
      { folders: ['output'], reason: 'what is called does not know where declarations go' },
      {
        folders: ['integration'],
        reason: 'the integration puts the parts together; no part knows the whole',
      },
      { folders: ['index.ts'], reason: 'the entry is for other packages; inside, import the file itself' },
    ],
  },
  {
    src: 'packages/cli/src',
    rows: [
      { folders: ['input'] },
      {
        folders: ['record', 'watch', 'serve', 'pull', 'revision'],
        reason: 'arguments and files are understood without knowing which command wants them',
        apart:
          'to hear an integration, to watch its files, to serve a page, to ask a workspace and to ask git are trades of their own',
      },
      {
        folders: ['pack', 'project', 'html'],
        reason: 'an integration is heard without knowing what becomes of its run',
        apart: 'to pack a run, to start a project and to write a page are trades of their own',
      },
      {
        folders: ['commands'],
        reason: 'ids, lines and templates are what they are, whatever a command does with them',
      },
      {
        folders: ['definitions'],
        reason:
          'a command is a function of its options: how they are declared and explained is not its business',
      },
      { folders: ['main.ts'], reason: 'main starts the program; whoever imports it starts a second one' },
    ],
  },
]

/** What may not be imported by name. `from` and `except` match the importing file, `to` what it asks for. */
export const bans = [
  {
    from: /^packages\/core\/src\//,
    except: /^packages\/core\/src\/(node|vitest)\/|\.test\.tsx?$/,
    to: new RegExp(`^(node:|(${builtinModules.join('|')})(/|$))`),
    reason: 'core also runs in a browser: what needs Node stands behind ./node',
  },
  {
    from: /^packages\/core\/src\//,
    to: /^(d3(-|$)|preact(\/|$)|@preact\/|vite(\/|$)|playwright)/,
    reason: 'core draws nothing: it has no page',
  },
  {
    from: /^packages\/core\//,
    to: /^(@lineagraph\/|lineagraph(\/|$))/,
    reason: 'core is the ground floor: the other packages stand on it',
  },
  {
    from: /^packages\/viz\//,
    except: /^packages\/viz\/(server|test)\/|\.test\.tsx?$/,
    to: /^@lineagraph\/core\/node$/,
    reason: 'the page runs in a browser: what needs Node is in server',
  },
  {
    from: /^packages\/(viz|sdk|cli)\//,
    to: /^@lineagraph\/core\/(?!(node|vitest)$)/,
    reason: 'core is entered by its doors: @lineagraph/core and @lineagraph/core/node',
  },
  {
    from: /^packages\/sdk\//,
    to: /^(lineagraph|@lineagraph\/viz)(\/|$)/,
    reason: 'an integration runs where neither the command nor the page is',
  },
  {
    from: /^packages\/viz\//,
    to: /^lineagraph(\/|$)/,
    reason: 'the command serves the visualizer, not the other way round',
  },
]

/** The walls that hold everywhere. */
export const reasons = {
  otherPackage: 'a package is entered by its name, never by its files',
  outsideSrc: 'src is what ships: what stands beside it does not',
  unknownFolder: 'no station of this name: give it a row and a reason in scripts/walls/walls.mjs',
  circle: 'a circle has no file to begin with, neither to read nor to load',
}
