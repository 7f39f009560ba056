import { expect, test } from 'vitest'
import { withTabs } from './how-many'
import { allShow, prepareStage, signInFirst } from './stage'

const LIFE_S = 4
const stage = prepareStage({ maxAge: LIFE_S })

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
const HOUR_MS = 3_600_000

test.for(withTabs(1, 5, 10))(
  '%i tabs leave a session that has ended, and one of them has asked',
  async (count) => {
    const tabs = await stage.openMany(count, 'sessionchart')
    await signInFirst(tabs)
    const answers: string[] = []
    stage.server.intercept(async (_request, pass) => {
      const answer = await pass()
      answers.push(await answer.clone().text())
      return answer
    })

    await allShow(tabs, 'unauthenticated')

    // A read before the end would have kept it alive, and had another answer.
    expect(answers).toEqual(['null'])
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
  const answers: string[] = []
  stage.server.intercept(async ({ path }, pass) => {
    if (path !== '/api/auth/session') return undefined
    const answer = await pass()
    answers.push(await answer.clone().text())
    // Node would date it after the pause.
    answer.headers.set('Date', new Date().toUTCString())
    await pause(2_000)
    return answer
  })
  const tabs = await stage.openMany(3, 'sessionchart')
  await signInFirst(tabs)
  const before = answers.length

  await allShow(tabs, 'unauthenticated')

  expect(answers.slice(before)).toEqual(['null'])
})

test('tabs that are offline leave it without asking', async () => {
  const tabs = await stage.openMany(3, 'sessionchart')
  await signInFirst(tabs)
  const before = stage.reads()
  await stage.context.setOffline(true)

  await allShow(tabs, 'unauthenticated')

  expect(stage.reads()).toBe(before)
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
  await signInFirst(tabs)
  const before = stage.reads()

  await allShow(tabs, 'unauthenticated')

  expect(stage.reads() - before).toBe(1)
})
