import { setTimeout as pause } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { times } from './how-many'
import { allShow, prepareStage } from './stage'
import type { Tab } from './visitor'

const stage = prepareStage()

const REPETITIONS = times(200)

interface Round {
  /** Which of the two tabs asks, and which signs out. */
  reader: 0 | 1
  leaver: 0 | 1
  /** How long an answer with a session, and a cookie that is rolled, is on its way. */
  answerMs: number
  signOutMs: number
  /** How long after the read the sign-out begins. */
  afterMs: number
}

const round = fc.record<Round>({
  reader: fc.constantFrom(0, 1),
  leaver: fc.constantFrom(0, 1),
  answerMs: fc.nat(150),
  signOutMs: fc.nat(60),
  afterMs: fc.nat(80),
})

test(`a late answer never brings a session back, in ${REPETITIONS} random rounds`, async () => {
  const tabs = [await stage.open('sessionchart'), await stage.open('sessionchart')] as const
  const rounds = fc.sample(round, { numRuns: REPETITIONS, seed: 5 })

  for (const [index, one] of rounds.entries()) {
    const problem = await play(tabs, one)
    expect(problem, `round ${index + 1}: ${JSON.stringify(one)}`).toBeNull()
  }
})

async function play(tabs: readonly [Tab, Tab], one: Round): Promise<string | null> {
  stage.server.intercept(null)
  await tabs[0].signIn('ann')
  await allShow([...tabs], 'authenticated Ann')
  stage.server.intercept(async ({ method, path }, pass) => {
    const isRead = method === 'GET' && path.startsWith('/api/auth/session')
    // The server has done its work, and its answer takes a while.
    const answer = await pass()
    await pause(isRead ? one.answerMs : path.includes('signout') ? one.signOutMs : 0)
    return answer
  })

  const counts = await Promise.all(tabs.map(async (tab) => (await tab.everShown()).length))
  const read = tabs[one.reader].getSession()
  await pause(one.afterMs)
  await tabs[one.leaver].signOut()
  const shownThen = await tabs[one.leaver].shown()
  await read
  // Longer than any answer is on its way.
  await pause(200)

  if (shownThen !== 'unauthenticated') return `the tab that has signed out shows ${shownThen}`
  await allShow([...tabs], 'unauthenticated')
  if (await stage.hasCookie()) return 'the cookie is back'
  const shownSince = await Promise.all(
    tabs.map(async (tab, index) => (await tab.everShown()).slice(counts[index])),
  )
  const isOnce = shownSince.every((texts) => texts.join() === 'unauthenticated')
  return isOnce ? null : `the tabs have shown ${JSON.stringify(shownSince)}`
}
