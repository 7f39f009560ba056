// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { renderApp } from '../support/app'
import { goOffline, goOnline, hideTab, showTab } from '../support/browser'
import { expectOurs } from '../support/compared'
import { startServer } from '../support/fake-server'
import { ann } from '../support/people'
import { describeEachReactMode } from '../support/react-modes'
import { passTime, SECOND } from '../support/time'

async function lookFiveTimes() {
  for (let look = 0; look < 5; look++) {
    hideTab()
    await passTime(SECOND / 10)
    showTab()
    await passTime(SECOND / 10)
  }
}

describeEachReactMode(() => {
  test('reads once for five looks in a second', async () => {
    const server = startServer({ session: ann })
    renderApp({ session: ann })

    await lookFiveTimes()
    expect(server.count('GET /session')).toBe(1)
    await passTime(60 * SECOND)
    expect(server.count('GET /session')).toBe(1)
  })

  test('reads at the first look after a seed, which may be as old as the page', async () => {
    const server = startServer({ session: ann })
    renderApp({ session: ann })
    hideTab()
    showTab()
    await passTime(0)
    expect(server.count('GET /session')).toBeGreaterThanOrEqual(1)
    expectOurs(server.count('GET /session')).toBe(1)
  })

  test('does not read for a look right after a poll', async () => {
    const server = startServer({ session: ann })
    renderApp({ session: ann, refetchInterval: 20 })
    await passTime(20 * SECOND)
    const polled = server.count('GET /session')
    expectOurs(polled).toBe(1)

    await lookFiveTimes()
    await passTime(4 * SECOND)
    expect(server.count('GET /session') - polled).toBe(0)
    await passTime(SECOND)
    await lookFiveTimes()
    expect(server.count('GET /session') - polled).toBe(1)
  })

  test('reads for every look, if told so', async () => {
    const server = startServer({ session: ann })
    renderApp({ session: ann, refetchLimit: 0 })
    await lookFiveTimes()
    expect(server.count('GET /session')).toBe(5)
  })

  test('reads once for a link that flaps', async () => {
    const server = startServer({ session: ann })
    renderApp({ session: ann })
    for (let flap = 0; flap < 10; flap++) {
      goOffline()
      await passTime(SECOND / 10)
      goOnline()
      await passTime(SECOND / 10)
    }
    expect(server.count('GET /session')).toBe(1)
  })
})
