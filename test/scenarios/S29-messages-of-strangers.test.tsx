// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { renderApp } from '../support/app'
import { startServer } from '../support/fake-server'
import { listenForNoise } from '../support/noise'
import { openOtherTab } from '../support/other-tab'
import { ann, bob } from '../support/people'
import { describeEachReactMode } from '../support/react-modes'
import { settle } from '../support/time'

// More of them, and those of other tabs with sessionchart: `test/many-tabs` and `test/tabs`.
const messages = [
  { what: 'null', message: null },
  { what: 'a text', message: 'signout' },
  { what: 'a list', message: [[[]]] },
  { what: 'an unknown event', message: { event: 'logout-everywhere', data: {} } },
  { what: 'a session that nobody asked for', message: { event: 'answer', data: { session: bob } } },
  { what: 'a session event without data', message: { event: 'session' } },
]

describeEachReactMode(() => {
  test.each(messages)('keeps the session through $what', async ({ message }) => {
    const noise = listenForNoise()
    startServer({ session: ann })
    const app = renderApp({ session: ann })
    await settle()

    const otherTab = openOtherTab()
    for (let count = 0; count < 3; count++) otherTab.say(message)
    await settle()

    expect(app.statuses()).toEqual(['authenticated'])
    for (const { data } of app.renders) expect(data).toEqual(ann)
    expect(noise).toEqual({ logged: [], thrown: [] })
  })

  test.each(messages.slice(0, -1))('asks the server nothing because of $what', async ({ message }) => {
    const server = startServer({ session: ann })
    renderApp({ session: ann })
    await settle()
    const before = server.count('GET /session')

    openOtherTab().say(message)
    await settle()

    expect(server.count('GET /session') - before).toBe(0)
  })
})
