// How long a server takes to render a provider and its consumers, beside next-auth v5. Run by
//   NODE_ENV=production node test/bench/server-render.mjs
// It takes `dist/` when it is there, else it bundles the sources.
import { existsSync } from 'node:fs'
import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { median, quantile, sort } from './statistics.mjs'

if (process.env.NODE_ENV !== 'production') {
  console.error('Run it with NODE_ENV=production: what React does in development is not what is measured.')
  process.exit(1)
}

const RUNS = 20
// A run is made of short turns of both, of which the median counts.
const TURNS = 5
const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const SESSION = { user: { name: 'Ann', email: 'ann@example.com' }, expires: '2099-01-01T00:00:00.000Z' }

const { createElement } = await import('react')
const { renderToString } = await import('react-dom/server')
const ours = await loadOurs()
const theirs = await import('next-auth/react')

async function loadOurs() {
  const built = join(ROOT, 'dist/react.js')
  if (existsSync(built) && !process.argv.includes('--sources')) return import(pathToFileURL(built).href)
  const { build } = await import('esbuild')
  const folder = await mkdtemp(join(tmpdir(), 'sessionchart-'))
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  await build({
    absWorkingDir: ROOT,
    entryPoints: ['src/react/index.ts'],
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    outExtension: { '.js': '.mjs' },
    // Found by the paths of tsconfig.json.
    external: ['react', 'react-dom', 'xstate'],
  })
  const loaded = await import(pathToFileURL(join(folder, 'index.mjs')).href)
  await rm(folder, { recursive: true })
  return loaded
}

/** A tree of so many consumers, each of which prints the name. */
function createTree({ SessionProvider, useSession }, consumers) {
  const show = () => createElement('p', null, useSession().data?.user?.name)
  return () => {
    const children = Array.from({ length: consumers }, (_, key) => createElement(show, { key }))
    return renderToString(createElement(SessionProvider, { session: SESSION }, children))
  }
}

/** Microseconds of the processor for each render, garbage collection included. The clock counts other programs, too. */
function time(render, times) {
  const start = process.cpuUsage()
  for (let count = 0; count < times; count += 1) render()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / times
}

const round = (number) => number.toFixed(3)

function compare(consumers, times) {
  const trees = [createTree(ours, consumers), createTree(theirs, consumers)]
  const [one, other] = trees.map((render) => render())
  if (one !== other || !one.includes('<p>Ann</p>')) throw new Error(`They differ:\n${one}\n${other}`)
  // Both are warm before the first run counts.
  for (let round = 0; round < 5; round += 1) for (const render of trees) time(render, times * TURNS)

  const micros = [[], []]
  const ratios = []
  for (let run = 0; run < RUNS; run += 1) {
    const turns = [[], []]
    for (let turn = 0; turn < TURNS; turn += 1) {
      const order = (run + turn) % 2 === 0 ? [0, 1] : [1, 0]
      for (const which of order) turns[which].push(time(trees[which], times))
    }
    const took = turns.map(median)
    for (const which of [0, 1]) micros[which].push(took[which])
    ratios.push(took[0] / took[1])
  }
  const [mine, next] = micros.map((each) => round(median(each)))
  const sorted = sort(ratios)
  console.log(
    `${String(consumers).padStart(3)} consumers: sessionchart ${mine} µs, next-auth ${next} µs, ` +
      `median ratio ${round(quantile(sorted, 0.5))} ` +
      `(quartiles ${round(quantile(sorted, 0.25))} to ${round(quantile(sorted, 0.75))}, ` +
      `all ${round(sorted[0])} to ${round(sorted.at(-1))})`,
  )
}

console.log(`Server render, ${RUNS} interleaved runs, Node ${process.version}`)
compare(1, 2_000)
compare(50, 200)
