import type { Page } from 'playwright-core'
import type { Figure, Row } from '../../figures'
import { LIBRARIES, type LibraryName } from '../../libraries'
import { withEach } from '../../tabs/libraries'
import { isShowing, mount, pause, turn, whenQuiet, withVisitor } from '../../tabs/visitor'
import type { Stage } from './mount'

// Longer than any of them takes an answer for fresh.
const STALE_MS = 6_000
// v4's messages have a time in seconds: two that say the same within one are heard as one.
const GLANCE_MS = 1_200

interface Case {
  name: string
  tabs: number
  act(tabs: Page[]): Promise<void>
}

async function glance(page: Page): Promise<void> {
  await turn(page, 'hidden')
  await turn(page, 'visible')
}

const cases: Case[] = [
  { name: 'one tab, once', tabs: 1, act: ([tab]) => glance(tab as Page) },
  {
    name: 'one tab, five times within a second',
    tabs: 1,
    async act([tab]) {
      for (let time = 0; time < 5; time += 1) {
        await glance(tab as Page)
        await pause(150)
      }
    },
  },
  {
    name: `five tabs, one after the other, ${GLANCE_MS / 1_000} s each`,
    tabs: 5,
    async act(tabs) {
      for (const tab of tabs) {
        await glance(tab)
        await pause(GLANCE_MS)
      }
    },
  },
]

export async function measureFocus(stage: Stage): Promise<Figure> {
  const rows = cases.map(
    async (one): Promise<Row> => ({
      case: one.name,
      values: await withEach((library) => readsOfFocus(stage, library, one)),
    }),
  )
  return {
    id: 'focus',
    title: 'Requests for the session when tabs come to the front',
    unit: 'requests',
    over: 'looked at',
    columns: [...LIBRARIES],
    rows: await Promise.all(rows),
    note: `The last answer is ${STALE_MS / 1_000} s old when the first tab is looked at.`,
  }
}

const readsOfFocus = (stage: Stage, library: LibraryName, one: Case) =>
  withVisitor(stage, library, async (visitor) => {
    const tabs = await visitor.openMany(one.tabs)
    await Promise.all(tabs.map((tab) => mount(tab, {})))
    await Promise.all(tabs.map((tab) => isShowing(tab, 'authenticated')))
    await whenQuiet(visitor)
    await pause(STALE_MS)
    const before = visitor.readTimes.length
    await one.act(tabs)
    await whenQuiet(visitor)
    return visitor.readTimes.length - before
  })
