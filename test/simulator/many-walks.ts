// Takes as many random walks as one likes on all processors: npm run walks -- --count 1000000 --seed 1
// One that was ended goes on with the walks that are left: --from 250000
// One walk alone is shown as a sequence diagram, whether it holds or not: --show '<its JSON, or a file with it>'
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { checkWalks } from './check-walks'
import { run } from './walk'

// Of walks that belong to one seed. The seeds of the batches follow each other.
const BATCH = 1_000
// Most of what a walk makes lives shortly, and nobody reads the stacks of its aborted requests: a quarter less time.
const FLAGS = ['--max-semi-space-size=32', '--stack-trace-limit=0']

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '100000' },
    /** So many walks are passed over, in whole batches. */
    from: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    processes: { type: 'string', default: String(availableParallelism()) },
    /** Given to the processes that walk: the first of their batches. */
    batch: { type: 'string' },
    show: { type: 'string' },
  },
})
const count = Number(values.count)
const firstBatch = Math.floor(Number(values.from) / BATCH)
const seed = Number(values.seed)
const processes = Number(values.processes)

if (values.show) await show(values.show)
else await (values.batch ? walkBatches(Number(values.batch)) : startProcesses())

async function show(given: string) {
  const { chronicleWalk } = await import('./counter-example')
  const walk = JSON.parse(given.startsWith('{') ? given : readFileSync(given, 'utf8'))
  console.log((await chronicleWalk(walk, run)).diagram)
}

/** Every so-manieth batch, beginning with the given one. A line for each of them. */
async function walkBatches(first: number) {
  for (let batch = first; batch * BATCH < count; batch += processes) {
    const numRuns = Math.min(BATCH, count - batch * BATCH)
    const failure = await checkWalks({ numRuns, seed: seed + batch })
    console.log(JSON.stringify({ walks: numRuns, failure }))
  }
}

async function startProcesses() {
  const startedAt = Date.now()
  let walks = firstBatch * BATCH
  let failures = 0
  const walkers = Array.from({ length: processes }, async (_, batch) => {
    const own = [...FLAGS, ...process.execArgv, ...process.argv.slice(1), `--batch=${firstBatch + batch}`]
    const child = spawn(process.execPath, own, { stdio: ['ignore', 'pipe', 'inherit'] })
    for await (const line of createInterface({ input: child.stdout })) {
      const done = JSON.parse(line)
      walks += done.walks
      if (done.failure) {
        failures += 1
        console.error(done.failure)
      }
      const minutes = Math.round((Date.now() - startedAt) / 60_000)
      console.log(`${walks} of ${count} walks in ${minutes} min, ${failures} batches with a failure`)
    }
  })
  await Promise.all(walkers)
  const failed = failures > 0 || walks < count ? 1 : 0
  process.exitCode = failed
  // `.ci/run` adds it up with the others, in the words of Vitest.
  if (!process.env.CI) return
  mkdirSync('.tmp/tests', { recursive: true })
  writeFileSync(
    '.tmp/tests/walks.json',
    JSON.stringify({ numPassedTests: 1 - failed, numFailedTests: failed }),
  )
}
