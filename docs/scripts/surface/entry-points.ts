import { readFileSync } from 'node:fs'

export interface EntryPoint {
  /** As it is imported: `sessionchart/testing/msw`. */
  name: string
  /** Its declarations, from the root of the package. */
  declarations: string
}

type Exports = Record<string, string | { import: { types: string } }>

/** What `package.json` lets an app import, the manifest itself aside. */
export function readEntryPoints(root: URL): EntryPoint[] {
  const manifest = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'))
  return Object.entries(manifest.exports as Exports).flatMap(([path, conditions]) =>
    typeof conditions === 'string'
      ? []
      : [{ name: path.replace('.', manifest.name), declarations: conditions.import.types }],
  )
}
