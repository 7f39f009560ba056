// What the devtools and the flight recorder cost a page: without both, with the recorder alone, with the devtools
// closed, and with their panel open. Run by
//   node test/bench/devtools.mjs
// Times are those that the main thread of the page has had of a processor: waiting for one does not count.
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { launchBrowser } from '../browser/launch.mjs'
import { median, sort } from './statistics.mjs'

const ROUNDS = 5
// More than a recorder keeps: it is full when it is measured. Of some turns the median counts.
const EVENTS = 2_000
const TURNS = 5
const FRAMES = 300
const WARM_FRAMES = 60
const IDLE_SECONDS = 3
const VARIANTS = ['without', 'recorder', 'closed', 'open']
const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const HTML = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>An app</title></head>
  <body><script type="module" src="/devtools.js"></script></body></html>`

const [scripts, browser] = await Promise.all([buildPage(), launchBrowser()])
try {
  console.log(
    `Devtools, ${ROUNDS} interleaved rounds, Chromium ${browser.version()}. Median (lowest to highest).\n`,
  )
  print(await measureAll())
} finally {
  await browser.close()
}

/** A production build, and yet with the devtools, which leave themselves out of one. */
async function buildPage() {
  const keepDevtools = {
    name: 'keep-devtools',
    setup({ onLoad }) {
      onLoad({ filter: /session-devtools\.tsx$/ }, async ({ path }) => {
        const source = await readFile(path, 'utf8')
        return { contents: source.replaceAll('process.env.NODE_ENV', '"development"'), loader: 'tsx' }
      })
    },
  }
  const { outputFiles } = await build({
    entryPoints: [`${ROOT}test/bench/page/devtools.tsx`],
    tsconfig: `${ROOT}tsconfig.json`,
    outdir: '/',
    bundle: true,
    splitting: true,
    format: 'esm',
    minify: true,
    write: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [keepDevtools],
  })
  return new Map(outputFiles.map(({ path, text }) => [path, text]))
}

/** For each variant what was measured in each round. They take turns, so that a slow minute hurts all of them. */
async function measureAll() {
  const measured = Object.fromEntries(VARIANTS.map((variant) => [variant, []]))
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let turn = 0; turn < VARIANTS.length; turn += 1) {
      const variant = VARIANTS[(round + turn) % VARIANTS.length]
      measured[variant].push(await measure(variant))
    }
  }
  return measured
}

async function measure(variant) {
  const { page, read, collectGarbage } = await openPage(variant)
  /** How much of everything there was while something was done. */
  const during = async (act) => {
    const before = await read()
    await act()
    const after = await read()
    return Object.fromEntries(Object.entries(after).map(([name, value]) => [name, value - before[name]]))
  }
  const send = () => page.evaluate((events) => bench.send(events), EVENTS)
  const pace = (frames) => page.evaluate((count) => bench.pace(count), frames)

  await send()
  const turns = []
  for (let turn = 0; turn < TURNS; turn += 1) turns.push((await during(send)).TaskDuration)
  await pace(WARM_FRAMES)
  const frames = await during(() => pace(FRAMES))
  await page.waitForFunction(() => bench.isIdle())
  const idle = await during(() => page.waitForTimeout(IDLE_SECONDS * 1_000))
  await collectGarbage()
  const { JSHeapUsedSize } = await read()
  await page.context().close()

  return {
    eventMicros: (median(turns) * 1e6) / EVENTS,
    frameMillis: (frames.TaskDuration * 1e3) / FRAMES,
    lateFrames: frames.lateFrames,
    longTasks: frames.longTasks,
    layouts: frames.LayoutCount,
    idleMillis: (idle.TaskDuration * 1e3) / IDLE_SECONDS,
    wakes: idle.wakes / IDLE_SECONDS,
    heapMB: JSHeapUsedSize / 1e6,
  }
}

async function openPage(variant) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  page.on('pageerror', (error) => {
    throw error
  })
  await page.route('**', (route) => {
    const script = scripts.get(new URL(route.request().url()).pathname)
    return route.fulfill({ body: script ?? HTML, contentType: script ? 'text/javascript' : 'text/html' })
  })
  const chromium = await context.newCDPSession(page)
  await chromium.send('Performance.enable', { timeDomain: 'threadTicks' })
  await page.goto(`http://localhost/?${variant}`)
  await page.getByText('Ann is authenticated').waitFor()
  if (variant === 'closed') await page.getByRole('button', { name: 'Open the session devtools' }).waitFor()
  if (variant === 'open') await page.getByRole('region', { name: 'Session devtools' }).waitFor()
  return {
    page,
    collectGarbage: () => chromium.send('HeapProfiler.collectGarbage'),
    async read() {
      const { metrics } = await chromium.send('Performance.getMetrics')
      const counts = await page.evaluate(() => bench.counts())
      return { ...Object.fromEntries(metrics.map(({ name, value }) => [name, value])), ...counts }
    },
  }
}

function print(measured) {
  const of = (variant, name) => measured[variant].map((one) => one[name])
  const ratios = (variant, name) =>
    of(variant, name).map((value, round) => value / measured.without[round][name])
  const columns = {
    'an event, µs': (variant) => spread(of(variant, 'eventMicros'), 0),
    'event ratio': (variant) => spread(ratios(variant, 'eventMicros'), 2),
    'a frame, ms': (variant) => spread(of(variant, 'frameMillis'), 1),
    'frame ratio': (variant) => spread(ratios(variant, 'frameMillis'), 2),
    'late frames': (variant) => spread(of(variant, 'lateFrames'), 0),
    'long tasks': (variant) => spread(of(variant, 'longTasks'), 0),
    layouts: (variant) => spread(of(variant, 'layouts'), 0),
    'at rest, ms/s': (variant) => spread(of(variant, 'idleMillis'), 1),
    'wakes/s': (variant) => spread(of(variant, 'wakes'), 1),
    'heap, MB': (variant) => spread(of(variant, 'heapMB'), 1),
  }
  const rows = [
    ['', ...VARIANTS],
    ...Object.entries(columns).map(([title, cell]) => [title, ...VARIANTS.map(cell)]),
  ]
  for (const row of rows)
    console.log(
      row
        .map((cell, index) => cell.padEnd(index === 0 ? 15 : 24))
        .join('')
        .trimEnd(),
    )
  console.log(`
An event: one of ${EVENTS} in a row. A frame: one of ${FRAMES} in each of which something happens: the network goes, it
comes back, the session is read. Late frames, long tasks and layouts: in all of these. Wakes: timers and frames that
the page has asked for.`)
}

function spread(numbers, digits) {
  const sorted = sort(numbers)
  const [middle, lowest, highest] = [median(numbers), sorted[0], sorted.at(-1)].map((one) =>
    one.toFixed(digits),
  )
  return lowest === highest ? middle : `${middle} (${lowest} to ${highest})`
}
