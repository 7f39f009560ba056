import { expect, test } from 'vitest'
import { goOn, processOf, stop } from './renderers'
import { allShow, prepareStage } from './stage'
import { isRead, type Tab } from './visitor'

const stage = prepareStage()

const ROUNDS = 20
// A browser takes back at once what a dead tab has held. This is many times as long as that takes, and much
// shorter than the seventeen seconds after which a tab with the usual timeout loses its turn to another.
const AT_ONCE_MS = 8_000
const TIMEOUT_S = 4
/** So long a tab may have its turn for a read, or say nothing of a sign-out that it has begun. */
const PATIENCE_MS = TIMEOUT_S * 1_000 + 2_000
/** So much longer some tabs wait, so that one of them is the first. */
const JITTER_MS = 2_000
/** On a machine that has much to do things happen later. */
const SLOWNESS_MS = 4_000
/** Timers may be as much early, by another clock. */
const EARLINESS_MS = 100

/** Opens tabs that are all signed in. */
async function open(options?: Record<string, number>): Promise<Tab[]> {
  await stage.signInUnseen()
  const tabs = await stage.openMany(3, 'sessionchart', { refetchLimit: 0, ...options })
  await allShow(tabs, 'authenticated Ann')
  return tabs
}

/** When the server was asked who is signed in, and when it had the answer, by its clock. */
interface Read {
  askedAt: number
  answeredAt: number
}

/** The reads from now on. Requests that are to hang are never answered. */
function watchReads(hangs: (request: { method: string; path: string }) => boolean): Read[] {
  const reads: Read[] = []
  stage.server.intercept(async (request, pass) => {
    const read: Read = { askedAt: performance.now(), answeredAt: Number.POSITIVE_INFINITY }
    if (isRead(request)) reads.push(read)
    if (hangs(request)) return 'hang'
    const answer = await pass()
    read.answeredAt = performance.now()
    return answer
  })
  return reads
}

/** All of them want to ask, and one does: it waits for its answer, for ever. */
async function letOneAsk(tabs: Tab[]) {
  const reads: Read[] = watchReads((request) => isRead(request) && reads.length === 1)
  const asking = Promise.race(
    tabs.map(async (tab) => {
      await tab.page.waitForRequest(/auth\/session/)
      return tab
    }),
  )
  const wantedAt = performance.now()
  for (const tab of tabs) await tab.turn('visible')
  const reader = await asking
  await expect.poll(() => reads.length).toBe(1)
  return { reader, others: tabs.filter((tab) => tab !== reader), reads, wantedAt }
}

async function crash({ page }: Tab): Promise<void> {
  const crashed = page.waitForEvent('crash')
  const session = await stage.context.newCDPSession(page)
  session.send('Page.crash').catch(() => {})
  await crashed
}

test.for([
  ['is closed', ({ page }: Tab) => page.close()],
  ['crashes', crash],
] as const)(
  `the tab that asks %s, ${ROUNDS} times in a row: each time the others have an answer at once`,
  async ([, kill]) => {
    let tabs = await open()

    for (let round = 1; round <= ROUNDS; round++) {
      const { reader, others, reads } = await letOneAsk(tabs)
      // Not who was there before: an answer is to be seen.
      const [user, name] = round % 2 ? (['bob', 'Bob'] as const) : (['ann', 'Ann'] as const)
      await stage.signInUnseen(user)
      const killedAt = performance.now()

      await kill(reader)

      await allShow(others, `authenticated ${name}`)
      expect((reads[1] as Read).answeredAt - killedAt, `time ${round}`).toBeLessThan(AT_ONCE_MS)
      tabs = [...others, await stage.open('sessionchart', { refetchLimit: 0 })]
      await allShow(tabs, `authenticated ${name}`)
    }
  },
)

test.for([1, 2, 3])(
  'a tab is closed in the middle of a sign-out, time %i: one of the others asks when its patience ends',
  async () => {
    const [writer, ...others] = (await open({ requestTimeout: TIMEOUT_S })) as [Tab, ...Tab[]]
    const reads = watchReads(({ path }) => path.startsWith('/api/auth/signout'))
    const asked = writer.page.waitForRequest(/signout/)
    const beganAt = performance.now()
    await writer.page.evaluate(() => void window.signOut({ redirect: false }))
    await asked

    await writer.page.close()
    const closedAt = performance.now()

    await expect.poll(() => reads.length).toBeGreaterThan(0)
    await others[0]?.getSession()
    // That of the call, and one of all the others.
    expect(reads).toHaveLength(2)
    const { askedAt, answeredAt } = reads[0] as Read
    expect(askedAt - beganAt).toBeGreaterThan(PATIENCE_MS - EARLINESS_MS)
    expect(answeredAt - closedAt).toBeLessThan(PATIENCE_MS + SLOWNESS_MS)
    await allShow(others, 'authenticated Ann')
  },
)

test.for([1, 2, 3])(
  'a reader is frozen by the system, time %i: the others have an answer when their patience ends',
  async () => {
    const tabs = await open({ requestTimeout: TIMEOUT_S })
    const processes = new Map<Tab, number>()
    for (const tab of tabs) processes.set(tab, await processOf(tab))
    const { reader, others, reads, wantedAt } = await letOneAsk(tabs)
    const pid = processes.get(reader) as number
    await stage.signInUnseen('bob')

    stop(pid)
    const frozenAt = performance.now()

    await allShow(others, 'authenticated Bob')
    const { askedAt, answeredAt } = reads[1] as Read
    expect(askedAt - wantedAt).toBeGreaterThan(PATIENCE_MS - EARLINESS_MS)
    expect(answeredAt - frozenAt).toBeLessThan(PATIENCE_MS + JITTER_MS + SLOWNESS_MS)

    await others[0]?.signOut()
    await allShow(others, 'unauthenticated')
    goOn(pid)
    await allShow([reader], 'unauthenticated')
    expect(await stage.hasCookie()).toBe(false)
  },
)
