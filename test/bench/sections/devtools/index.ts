import { launchBrowser } from '../../../browser/launch.mjs'
import { ratios, spreads } from '../../columns'
import type { Figure, Section, Unit } from '../../figures'
import { interleave } from '../../interleave'
import type { Measure } from '../../measure'
import { buildDevtoolsPage, openDevtoolsPage, VARIANTS, type Variant } from './devtools-page'
import { type DevtoolsCost, EVENTS, FRAMES, measureDevtools } from './measure-devtools'

const ROUNDS = 3
const TITLE = 'Inspection and devtools'

const HOW = `A page with one consumer, built for production, in Chromium: without an inspector, with one that does nothing,
with the recorder, and with the devtools (which are left out of production otherwise) closed and open. They take turns,
${ROUNDS} rounds. Times are what the main thread has had of a processor. An *event* is one of ${EVENTS} in a row: the network
goes, it comes back. A *frame* is one of ${FRAMES} in each of which something happens: the network goes, it comes back, the
session is read. *Wakes* are timers and frames that the page has asked for.

\`npm run bench -- devtools\` measures it again.`

/** The figures with one row for each of these. */
const TABLES: Array<{
  id: string
  title: string
  unit: Unit
  rows: Partial<Record<keyof DevtoolsCost, string>>
}> = [
  { id: 'send', title: 'To send an event', unit: 'microseconds', rows: { eventMicroseconds: 'an event' } },
  {
    id: 'main-thread',
    title: 'The main thread',
    unit: 'milliseconds',
    rows: { frameMilliseconds: 'a frame', idleMilliseconds: 'a second at rest' },
  },
  {
    id: 'frames',
    title: `In ${FRAMES} frames, and in a second at rest`,
    unit: 'count',
    rows: {
      lateFrames: 'late frames',
      longTasks: 'long tasks',
      layouts: 'layouts',
      wakes: 'wakes in a second',
    },
  },
  { id: 'heap', title: 'The heap of the page', unit: 'bytes', rows: { heapBytes: 'after all of it' } },
]
const RATIOS = { eventMicroseconds: 'an event', frameMilliseconds: 'a frame' }

async function measure(): Promise<Section> {
  const [scripts, browser] = await Promise.all([buildDevtoolsPage(), launchBrowser()])
  try {
    const measured = await interleave(VARIANTS, ROUNDS, async (variant) => {
      const page = await openDevtoolsPage(browser, scripts, variant)
      const cost = await measureDevtools(page)
      await page.close()
      return cost
    })
    return { id: 'devtools', title: TITLE, how: HOW, figures: figuresOf(measured) }
  } finally {
    await browser.close()
  }
}

function figuresOf(measured: Record<Variant, DevtoolsCost[]>): Figure[] {
  const of = (name: keyof DevtoolsCost) =>
    Object.fromEntries(
      VARIANTS.map((variant) => [variant, measured[variant].map((cost) => cost[name])]),
    ) as Record<Variant, number[]>
  const common = { over: '', columns: [...VARIANTS] }
  const rowsOf = (
    rows: object,
    toValues: (rounds: Record<Variant, number[]>) => Figure['rows'][number]['values'],
  ) =>
    Object.entries(rows).map(([name, title]) => ({
      case: String(title),
      values: toValues(of(name as keyof DevtoolsCost)),
    }))

  return [
    {
      ...common,
      id: 'ratio',
      title: 'How many times as much as without',
      unit: 'ratio',
      rows: rowsOf(RATIOS, (rounds) => ratios(VARIANTS, rounds, 'without')),
    },
    ...TABLES.map(({ rows, ...table }) => ({
      ...common,
      ...table,
      rows: rowsOf(rows, (rounds) => spreads(VARIANTS, rounds)),
    })),
  ]
}

export const devtoolsSection: Measure = { id: 'devtools', title: TITLE, measure }
