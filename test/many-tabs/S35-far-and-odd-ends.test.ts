import { expect, test } from 'vitest'
import { allShow, prepareStage, whenQuiet } from './stage'
import { isRead } from './visitor'

const stage = prepareStage()

const DAY_S = 86_400
const inDays = (days: number) => new Date(Date.now() + days * DAY_S * 1_000).toISOString()

/** So far are automatic reads kept apart, and so much longer it is waited for one that ought not to be. */
const LIMIT_S = 1
const QUIET_MS = 2_000

// A browser's timer that is to ring in more than 24.8 days rings at once, in a tab that nobody sees, too.
test.for([
  ['in 30 days', inDays(30)],
  ['in 400 days', inDays(400)],
  ['never, as nothing is said of it', undefined],
  ['at what is no date', 'soon'],
  ['in the past', '1999-12-31T00:00:00.000Z'],
])('tabs whose session ends %s neither leave it nor ask on and on', async ([, expires]) => {
  stage.server.intercept(async (request, pass) => {
    if (!isRead(request)) return undefined
    const answer = await pass()
    return Response.json({ ...(await answer.json()), expires }, { headers: answer.headers })
  })
  await stage.signInUnseen()
  const options = { refetchInterval: 30 * DAY_S, refetchLimit: LIMIT_S, expiryWarning: 60 }

  const seen = await stage.openMany(2, 'sessionchart', options)
  await allShow(seen, 'authenticated Ann')
  await stage.context.addInitScript(() => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: 'hidden' })
  })
  const tabs = [...seen, ...(await stage.openMany(2, 'sessionchart', options))]

  await allShow(tabs, 'authenticated Ann')
  await whenQuiet(stage, QUIET_MS)
  // The first two together, and each of the others at most once.
  expect(stage.reads()).toBeLessThanOrEqual(4)
  for (const tab of tabs) {
    const shown = await tab.everShown()
    expect(shown.slice(shown.indexOf('authenticated Ann'))).toEqual(['authenticated Ann'])
    expect(tab.complaints).toEqual([])
  }
})
