import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { withTabs } from './how-many'
import { allShow, prepareStage, signInFirst } from './stage'
import { isRead, type Tab } from './visitor'

const LIFE_S = 4
const stage = prepareStage({ maxAge: LIFE_S })

const HOUR_MS = 3_600_000
/** So long after the end the server is asked, and so long it is waited for that does not answer. */
const ASKED_AFTER_MS = 1_000
const PATIENCE_MS = 4_000
/** How long an answer takes in a slow network. */
const SLOW_MS = 2_000
/** On a machine that has much to do things happen later. */
const SLOWNESS_MS = 3_000
/** Of a second of which the `Date` of an answer does not tell the fractions. */
const DATE_MS = 1_000

/** The answers to the reads from now on. Given a pause, they are so long under way. */
function watchAnswers(milliseconds = 0): string[] {
  const answers: string[] = []
  stage.server.intercept(async (request, pass) => {
    if (!isRead(request)) return undefined
    const answer = await pass()
    answers.push(await answer.clone().text())
    // Node would date it after the pause.
    answer.headers.set('Date', new Date().toUTCString())
    await pause(milliseconds)
    return answer
  })
  return answers
}

/** Signs in. Gives when the session ends by the server's answer, and how long that was under way at most. */
async function beginSession(tabs: Tab[], answers: string[]) {
  await allShow(tabs, 'unauthenticated')
  const beganAt = Date.now()
  await signInFirst(tabs)
  const tookMs = Date.now() - beganAt
  return { endsAt: Date.parse(JSON.parse(answers.at(-1) as string).expires), tookMs }
}

type Began = Awaited<ReturnType<typeof beginSession>>

/**
 * No tab has left the session before its end, and none has shown it for longer than it may.
 *
 * @param extraMs How long the server is waited for, and how little is known of its clock.
 */
async function expectLeftInTime(tabs: Tab[], { endsAt, tookMs }: Began, extraMs = 0) {
  const longestMs = ASKED_AFTER_MS + tookMs + SLOWNESS_MS + extraMs
  for (const tab of tabs) {
    const afterMs = (await tab.shownSince()) - endsAt
    expect(afterMs).toBeGreaterThanOrEqual(0)
    expect(afterMs).toBeLessThanOrEqual(longestMs)
  }
}

test.for(withTabs(1, 2, 5, 10, 20))(
  '%i tabs leave a session that has ended, and one of them has asked',
  async (count) => {
    const tabs = await stage.openMany(count, 'sessionchart')
    const answers = watchAnswers()
    const began = await beginSession(tabs, answers)
    const before = answers.length

    await allShow(tabs, 'unauthenticated')

    // A read before the end would have kept it alive, and had another answer.
    expect(answers.slice(before)).toEqual(['null'])
    await expectLeftInTime(tabs, began)
    for (const tab of tabs) {
      const shown = await tab.everShown()
      expect(shown.slice(shown.indexOf('authenticated Ann'))).toEqual([
        'authenticated Ann',
        'unauthenticated',
      ])
    }
  },
)

// A browser counts the life of a cookie from when it comes, and the server takes one that has come.
test('tabs behind a slow network leave it, and one of them has asked', async () => {
  const answers = watchAnswers(SLOW_MS)
  const tabs = await stage.openMany(3, 'sessionchart')
  const began = await beginSession(tabs, answers)
  const before = answers.length

  await allShow(tabs, 'unauthenticated')

  expect(answers.slice(before)).toEqual(['null'])
  await expectLeftInTime(tabs, began, SLOW_MS)
})

test('tabs that get no answer leave it all the same, and one of them has asked', async () => {
  const tabs = await stage.openMany(3, 'sessionchart')
  const began = await beginSession(tabs, watchAnswers())
  const before = stage.reads()
  stage.server.intercept(() => 'hang')

  await allShow(tabs, 'unauthenticated')

  expect(stage.reads() - before).toBe(1)
  await expectLeftInTime(tabs, began, PATIENCE_MS)
})

test('tabs that are offline leave it without asking', async () => {
  const tabs = await stage.openMany(3, 'sessionchart')
  const began = await beginSession(tabs, watchAnswers())
  const before = stage.reads()
  await stage.context.setOffline(true)

  await allShow(tabs, 'unauthenticated')

  expect(stage.reads()).toBe(before)
  await expectLeftInTime(tabs, began)
})

test('a poll of one tab keeps it alive in all of them', async () => {
  const tabs = [
    await stage.open('sessionchart', { refetchInterval: 1 }),
    ...(await stage.openMany(4, 'sessionchart')),
  ]
  await signInFirst(tabs)

  await pause(2 * LIFE_S * 1_000)

  for (const tab of tabs) expect((await tab.everShown()).at(-1)).toBe('authenticated Ann')
})

test.for([
  ['ahead', HOUR_MS],
  ['behind', -HOUR_MS],
] as const)('a device whose clock is an hour %s goes by the clock of the server', async ([, offset]) => {
  await stage.context.addInitScript((milliseconds) => {
    const { now } = Date
    Date.now = () => now() + milliseconds
  }, offset)
  const tabs = await stage.openMany(3, 'sessionchart')
  const began = await beginSession(tabs, watchAnswers())
  const before = stage.reads()

  await allShow(tabs, 'unauthenticated')

  expect(stage.reads() - before).toBe(1)
  await expectLeftInTime(tabs, began, DATE_MS)
})
