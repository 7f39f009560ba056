// @vitest-environment jsdom
import type { SessionProviderProps } from 'sessionchart/react'
import { expect, test } from 'vitest'
import { renderApp } from '../support/app'
import { goOffline, goOnline, hideTab, showTab } from '../support/browser'
import { expectOurs } from '../support/compared'
import { startServer } from '../support/fake-server'
import { listenForNoise } from '../support/noise'
import { ann } from '../support/people'
import { describeEachReactMode } from '../support/react-modes'
import { networkError } from '../support/replies'
import { MINUTE, passTime, SECOND } from '../support/time'

const variants: Array<{ name: string; props: Partial<SessionProviderProps>; triesPerMinute: number }> = [
  { name: 'by default', props: {}, triesPerMinute: 1 },
  { name: 'with refetchWhenOffline={false}', props: { refetchWhenOffline: false }, triesPerMinute: 0 },
]
const MINUTES_OFFLINE = 5

describeEachReactMode(() => {
  test.each(variants)(
    'stays signed in for minutes offline and asks again on reconnect, $name',
    async ({ props, triesPerMinute }) => {
      listenForNoise()
      const server = startServer({ session: ann })
      const app = renderApp({ session: ann, refetchInterval: 10, ...props })
      await passTime(25 * SECOND)
      const { data } = app.last()
      const polled = server.count('GET /session')
      expectOurs(polled).toBe(2)

      goOffline()
      server.answer('GET /session', networkError)
      await passTime(MINUTES_OFFLINE * MINUTE)
      const tried = server.count('GET /session')

      expect(app.statuses()).toEqual(['authenticated'])
      expect(tried - polled).toBeLessThanOrEqual(MINUTES_OFFLINE * triesPerMinute)
      expectOurs(app.last().data).toBe(data)

      server.answer('GET /session')
      goOnline()
      await passTime(0)

      expectOurs(server.count('GET /session')).toBe(tried + 1)
      expectOurs(app.last().state.error).toBeNull()

      await passTime(30 * SECOND)
      expect(server.count('GET /session')).toBeGreaterThan(tried)
      expect(app.last().data).toEqual(data)
      expect(app.statuses()).toEqual(['authenticated'])
      expectOurs(server.count('GET /session')).toBe(tried + 1 + 3)
      expectOurs(app.last().data).toBe(data)
    },
  )

  test.each(variants)('reads once at the moment of a reconnect, $name', async ({ props }) => {
    const server = startServer({ session: ann })
    renderApp({ session: ann, ...props })
    goOffline()
    await passTime(MINUTE)
    const before = server.count('GET /session')

    goOnline()
    await passTime(0)

    expect(server.count('GET /session') - before).toBe(1)
  })

  test.each(variants)(
    'asks no more often when the tab is looked at again and again, $name',
    async ({ props, triesPerMinute }) => {
      listenForNoise()
      const server = startServer({ session: ann })
      server.answer('GET /session', networkError)
      const app = renderApp({ session: ann, refetchInterval: 10, ...props })

      goOffline()
      for (let look = 0; look < 60; look++) {
        hideTab()
        await passTime(SECOND)
        showTab()
        await passTime(SECOND)
      }

      const minutes = (60 * 2 * SECOND) / MINUTE
      expect(app.statuses()).toEqual(['authenticated'])
      expect(server.count('GET /session')).toBeLessThanOrEqual(minutes * triesPerMinute)
    },
  )
})
