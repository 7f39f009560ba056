import { mkdirSync, writeFileSync } from 'node:fs'
import { makeFiles } from './files'

const root = new URL('../../../', import.meta.url)

mkdirSync(new URL('docs/statecharts/', root), { recursive: true })
for (const [path, text] of Object.entries(await makeFiles())) {
  writeFileSync(new URL(path, root), text)
  console.log(path)
}
