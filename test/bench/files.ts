import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Measurements } from './figures'

const file = fileURLToPath(new URL('../../docs/benchmarks.json', import.meta.url))

export function readMeasurements(): Measurements {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { sections: [] }
}

export function writeMeasurements(measurements: Measurements): void {
  writeFileSync(file, `${JSON.stringify(measurements, null, 2)}\n`)
}
