// Loads every entry point in the way that the first argument names, but for those that come after it, and prints
// their names.
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const [way, ...but] = process.argv.slice(2)
const load = { import: (entry) => import(entry), require }[way]
const { exports } = require('sessionchart/package.json')

for (const [path, conditions] of Object.entries(exports)) {
  const name = path.replace('.', 'sessionchart')
  // What has only types cannot be loaded.
  if (!conditions.import?.default || but.includes(name)) continue
  const module = await load(name)
  console.log(`${name} ${Object.keys(module).length > 0 ? 'has something' : 'is empty'}`)
}
