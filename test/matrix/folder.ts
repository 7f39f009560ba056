import { cpSync, mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inject } from 'vitest'
import { run } from './run'

const apps = fileURLToPath(new URL('./apps', import.meta.url))

/** The package as `npm publish` would send it. */
export const tarball = () => join(inject('packed'), 'sessionchart.tgz')

/** Makes a folder outside the repository with a `package.json`, and with the files of some folders of `apps/`. */
export function makeFolder(manifest: object, ...from: string[]): string {
  const dir = mkdtempSync(join(inject('packed'), 'matrix-'))
  for (const app of from) cpSync(join(apps, app), dir, { recursive: true })
  writeFileSync(join(dir, 'package.json'), JSON.stringify({ name: 'app', private: true, ...manifest }))
  return dir
}

/** Installs packages in a folder of its own, with npm, from the cache of npm where they are in it. Gives the folder. */
export async function installAlone(packages: Record<string, string>): Promise<string> {
  const dir = makeFolder({ dependencies: packages })
  await run(dir, 'npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', '--ignore-scripts'])
  return dir
}
