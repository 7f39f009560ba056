import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { readEnvironment } from './environment'
import type { Section } from './figures'
import { readMeasurements, writeMeasurements, writeReport } from './report/files'
import { merge } from './report/merge'
import { tableOf, toText } from './report/table'
import { sections } from './sections/index'

// `npm run bench` measures everything, `npm run bench -- bytes react` these sections. What was measured goes to
// docs/benchmarks.json, where the other sections stay as they were, and from there to all that says it: docs/benchmarks.md,
// its pictures, and the pages that quote it. With `--again` nothing is measured, for those who work on the page.

const order = Object.keys(sections)
const asked = process.argv.slice(2).filter((argument) => argument !== '--again')
const unknown = asked.filter((id) => !order.includes(id))
if (unknown.length > 0) throw new Error(`There is no ${unknown.join(', ')}. There are ${order.join(', ')}.`)

let measurements = readMeasurements()
if (!process.argv.includes('--again')) await measure(asked.length > 0 ? asked : order)
writeReport(measurements)

async function measure(ids: string[]): Promise<void> {
  const environment = await readEnvironment()
  const measuredOn = new Date().toISOString().slice(0, 10)
  const done = new Set<string>()
  for (const id of ids) {
    const section = await run(id)
    if (!section) continue
    print(section)
    done.add(id)
    measurements = merge(measurements, [{ ...section, measuredOn, environment }], order)
    // After each, so that one who has no time for all has these.
    writeMeasurements(measurements)
  }
  const kept = measurements.sections.filter(({ id }) => !done.has(id))
  if (kept.length === 0) return
  console.log(`\nAs they were: ${kept.map(({ id, measuredOn }) => `${id} (${measuredOn})`).join(', ')}.`)
}

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
