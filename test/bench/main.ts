import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { readEnvironment } from './environment'
import type { MeasuredSection, Section } from './figures'
import { readMeasurements, writeMeasurements } from './files'
import { merge } from './merge'
import { sections } from './sections/index'
import { tableOf, toText } from './table'

// `npm run bench` measures everything, `npm run bench -- bytes react` these sections. What was measured goes to
// docs/benchmarks.json, and what the other sections said stays there, with its date.

const order = Object.keys(sections)
const asked = process.argv.slice(2)
const unknown = asked.filter((id) => !order.includes(id))
if (unknown.length > 0) throw new Error(`There is no ${unknown.join(', ')}. There are ${order.join(', ')}.`)

const environment = await readEnvironment()
const measuredOn = new Date().toISOString().slice(0, 10)
const measured: MeasuredSection[] = []
for (const id of asked.length > 0 ? asked : order) {
  const section = await run(id)
  if (!section) continue
  print(section)
  measured.push({ ...section, measuredOn, environment })
}

const measurements = merge(readMeasurements(), measured, order)
writeMeasurements(measurements)
const kept = measurements.sections.filter((section) => !measured.includes(section))
if (kept.length > 0)
  console.log(`\nAs they were: ${kept.map((section) => `${section.id} (${section.measuredOn})`).join(', ')}.`)

/** In a process of its own, so that what a section leaves behind costs the next one nothing. */
async function run(id: string): Promise<Section | undefined> {
  console.log(`\n${id} …`)
  const child = fork(fileURLToPath(new URL('./run-section.ts', import.meta.url)), [id], {
    // Those that run TypeScript, and what heaps are measured with.
    execArgv: [...process.execArgv, '--expose-gc'],
    // What React does in development is not what is measured.
    env: { ...process.env, NODE_ENV: 'production' },
  })
  let section: Section | undefined
  child.once('message', (message) => {
    section = message as Section
  })
  const [code] = await once(child, 'exit')
  if (code === 0 && section) return section
  console.error(`${id} failed. What it said before stays.`)
  process.exitCode = 1
}

function print({ title, figures }: Section): void {
  console.log(`\n${title}`)
  for (const figure of figures)
    console.log(`\n  ${figure.title} (${figure.unit})\n${toText(tableOf(figure))}`)
}
