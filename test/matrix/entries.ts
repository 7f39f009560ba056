import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'

const manifest = JSON.parse(readFileSync(join(inject('packed'), 'package/package.json'), 'utf8'))
const { exports }: { exports: Record<string, { import?: { default?: string } }> } = manifest

/** The names under which the packed package has something to run. */
export const entries = Object.keys(exports)
  .filter((path) => exports[path]?.import?.default)
  .map((path) => path.replace('.', 'sessionchart'))
