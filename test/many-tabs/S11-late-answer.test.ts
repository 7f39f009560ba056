import { setTimeout as pause } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allShow, prepareStage } from './stage'
import { isRead, type Tab } from './visitor'

const stage = prepareStage()

const ROUNDS = 200
/** In so many of them at least a read has to be under way. */
const LEAST_OVERLAPS = ROUNDS / 4

interface Round {
  /** Which of the two tabs asks, and which signs out. */
  reader: 0 | 1
  leaver: 0 | 1
  /** How long an answer with a session, and a cookie that is rolled, is on its way. */
  answerMs: number
  signOutMs: number
  /** How long after the read the sign-out begins. Below nothing, the read begins after the sign-out. */
  afterMs: number
}

const round = fc.record<Round>({
  reader: fc.constantFrom(0, 1),
  leaver: fc.constantFrom(0, 1),
  answerMs: fc.integer({ min: 30, max: 230 }),
  signOutMs: fc.nat(60),
  afterMs: fc.integer({ min: -15, max: 40 }),
})

test(`a late answer never brings a session back, in ${ROUNDS} random rounds`, async () => {
  const tabs = [await stage.open('sessionchart'), await stage.open('sessionchart')] as const
  const rounds = fc.sample(round, { numRuns: ROUNDS, seed: 5 })
  let overlaps = 0

  for (const [index, one] of rounds.entries()) {
    const { problem, isOverlap } = await play(tabs, one)
    expect(problem, `round ${index + 1}: ${JSON.stringify(one)}`).toBeNull()
    if (isOverlap) overlaps += 1
  }

  const found = `a read was under way at the sign-out in ${overlaps} rounds`
  expect(overlaps, found).toBeGreaterThanOrEqual(LEAST_OVERLAPS)
})

interface Played {
  problem: string | null
  /** A read was under way when the server was asked to sign out. */
  isOverlap: boolean
}

async function play(tabs: readonly [Tab, Tab], one: Round): Promise<Played> {
  stage.server.intercept(null)
  await tabs[0].signIn('ann')
  await allShow([...tabs], 'authenticated Ann')
  let underWay = 0
  let isOverlap = false
  stage.server.intercept(async (request, pass) => {
    const isSignOut = request.path.startsWith('/api/auth/signout')
    if (isSignOut && underWay > 0) isOverlap = true
    if (isRead(request)) underWay += 1
    // The server has done its work, and its answer takes a while.
    const answer = await pass()
    await pause(isRead(request) ? one.answerMs : isSignOut ? one.signOutMs : 0)
    if (isRead(request)) underWay -= 1
    return answer
  })

  const counts = await Promise.all(tabs.map(async (tab) => (await tab.everShown()).length))
  const read = pause(Math.max(0, -one.afterMs)).then(() => tabs[one.reader].getSession())
  await pause(Math.max(0, one.afterMs))
  await tabs[one.leaver].signOut()
  const shownThen = await tabs[one.leaver].shown()
  await read
  // Longer than any answer is on its way.
  await pause(250)

  const played = (problem: string | null) => ({ problem, isOverlap })
  if (shownThen !== 'unauthenticated') return played(`the tab that has signed out shows ${shownThen}`)
  await allShow([...tabs], 'unauthenticated')
  if (await stage.hasCookie()) return played('the cookie is back')
  const shownSince = await Promise.all(
    tabs.map(async (tab, index) => (await tab.everShown()).slice(counts[index])),
  )
  const isOnce = shownSince.every((texts) => texts.join() === 'unauthenticated')
  return played(isOnce ? null : `the tabs have shown ${JSON.stringify(shownSince)}`)
}
