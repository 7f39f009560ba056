// Prints the names that each entry exports, and those of the packages that it stands in for.
import { entries } from './entries.mjs'

const names = {}
for (const entry of [...entries, ...process.argv.slice(2)]) {
  const exported = Object.entries(await import(entry)).filter(([, value]) => value !== undefined)
  names[entry] = exported.map(([name]) => name).sort()
}
console.log(JSON.stringify(names))
