import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Figure, Row } from '../../figures'
import { LIBRARIES, type LibraryName } from '../../libraries'
import type { Timers } from '../../page/tabs/count-timers'
import { withEach } from '../../tabs/libraries'
import { isShowing, mount, pause, turn, whenQuiet, withVisitor } from '../../tabs/visitor'
import type { Stage } from '../requests/mount'

const MINUTE_MS = 60_000
const POLL_S = 20
// Between two polls at the beginning and at the end: it is not chance whether three or four of them are counted.
const BETWEEN_POLLS_MS = 10_000

interface Case {
  name: string
  visibility: DocumentVisibilityState
  refetchInterval?: number
}

const cases: Case[] = [
  { name: 'visible', visibility: 'visible' },
  { name: 'hidden', visibility: 'hidden' },
  { name: `visible, polls every ${POLL_S} s`, visibility: 'visible', refetchInterval: POLL_S },
  { name: `hidden, polls every ${POLL_S} s`, visibility: 'hidden', refetchInterval: POLL_S },
]

/** What a page that nobody uses keeps waiting, and how often it is woken. */
export async function measureIdle(stage: Stage): Promise<Figure[]> {
  const counter = await buildCounter()
  const measured = await Promise.all(
    cases.map(async (one) => ({
      name: one.name,
      found: await withEach((library) => timersOf(stage, counter, library, one)),
    })),
  )
  const rowsOf = (key: keyof Timers) =>
    measured.map(({ name, found }): Row => ({ case: name, values: found.map((timers) => timers[key]) }))
  const columns = [...LIBRARIES]
  const over = 'the tab is'
  return [
    {
      id: 'idle-armed',
      title: 'Timers of a page at rest',
      unit: 'timers',
      over,
      columns,
      rows: rowsOf('armed'),
      note: 'Somebody is signed in, until 2099. An interval is one timer.',
    },
    {
      id: 'idle-wakes',
      title: 'Wake-ups of a page at rest, in a minute',
      unit: 'timers',
      over,
      columns,
      rows: rowsOf('wakes'),
      note: 'Timers and animation frames that came due. Each poll of sessionchart has a second one: 25 ms later it lets go of the turn that it had among the tabs.',
    },
  ]
}

const timersOf = (
  stage: Stage,
  counter: string,
  library: LibraryName,
  { visibility, refetchInterval }: Case,
) =>
  withVisitor(stage, library, async (visitor) => {
    await visitor.context.addInitScript({ content: counter })
    const page = await visitor.open()
    await mount(page, { isSeeded: true, ...(refetchInterval && { refetchInterval }) })
    await isShowing(page, 'authenticated')
    const mounted = performance.now()
    await whenQuiet(visitor)
    if (visibility === 'hidden') await turn(page, visibility)
    await pause(mounted + BETWEEN_POLLS_MS - performance.now())
    const look = () => page.evaluate(() => window.timers())
    const before = await look()
    await pause(MINUTE_MS)
    return { armed: before.armed, wakes: (await look()).wakes - before.wakes }
  })

/** A script by itself: a function that is sent to a page leaves behind what its bundler has put around it. */
async function buildCounter(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../../page/tabs/count-timers.ts', import.meta.url))],
    bundle: true,
    format: 'iife',
    write: false,
  })
  return outputFiles.map(({ text }) => text).join('')
}
