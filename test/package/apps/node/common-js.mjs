// Prints, for each CommonJS file, the exports that cannot be replaced and those that an `import` does not see.
import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const dist = new URL('node_modules/sessionchart/dist/', import.meta.url)
const faults = []
for (const file of readdirSync(dist, { recursive: true }).filter((name) => name.endsWith('.cjs'))) {
  const { href, pathname } = new URL(file, dist)
  const required = require(pathname)
  const imported = await import(href)
  // Without the mark, Babel's `import * as` makes a copy, and `jest.spyOn` changes the copy.
  const { __esModule: mark, ...properties } = Object.getOwnPropertyDescriptors(required)
  if (!mark?.value) faults.push(`${file}: no mark of an ES module`)
  for (const [name, property] of Object.entries(properties)) {
    if (!property.writable || !property.configurable) faults.push(`${file}: ${name} is read-only`)
    if (!(name in imported)) faults.push(`${file}: ${name} cannot be imported by name`)
  }
}
console.log(JSON.stringify(faults))
