// Prints the names that each entry exports, and those of the packages that it stands in for.
import { entries } from './entries.mjs'

const names = {}
for (const entry of [...entries, ...process.argv.slice(2)])
  names[entry] = Object.keys(await import(entry)).sort()
console.log(JSON.stringify(names))
