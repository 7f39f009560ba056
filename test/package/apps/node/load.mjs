// Loads the entries that the arguments name, else all of them, in both ways, where there is no page.
import { createRequire } from 'node:module'
import { entries } from './entries.mjs'

const require = createRequire(import.meta.url)
const wanted = process.argv.slice(2)
for (const entry of wanted.length > 0 ? wanted : entries) {
  await import(entry)
  require(entry)
}
console.log(typeof window, typeof document)
