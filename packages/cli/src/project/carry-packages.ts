import { tarballName, type Tarballs } from './own-packages.ts'

const FOLDER = 'vendor'

/** The files of a project that carries packages with it, in `vendor`, and has npm install them from there: what no registry has. */
export function carryPackages(
  files: ReadonlyMap<string, string>,
  tarballs: Tarballs,
): ReadonlyMap<string, string | Uint8Array> {
  const manifest = JSON.parse(files.get('package.json') ?? '{}') as Record<string, unknown>
  for (const field of ['dependencies', 'devDependencies'])
    manifest[field] = Object.fromEntries(
      Object.entries(manifest[field] as Record<string, string>).map(([name, version]) => [
        name,
        tarballs.has(name) ? `file:${FOLDER}/${tarballName(name)}` : version,
      ]),
    )
  return new Map<string, string | Uint8Array>([
    ...files,
    ['package.json', `${JSON.stringify(manifest, null, 2)}\n`],
    ...[...tarballs].map(([name, bytes]) => [`${FOLDER}/${tarballName(name)}`, bytes] as const),
  ])
}
