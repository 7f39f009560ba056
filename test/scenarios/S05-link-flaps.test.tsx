// @vitest-environment jsdom
import type { SessionProviderProps } from 'sessionchart/react'
import { expect, test } from 'vitest'
import { renderApp } from '../support/app'
import { goOffline, goOnline } from '../support/browser'
import { expectOurs } from '../support/compared'
import { startServer } from '../support/fake-server'
import { listenForNoise } from '../support/noise'
import { ann } from '../support/people'
import { describeEachReactMode } from '../support/react-modes'
import { json, networkError } from '../support/replies'
import { passTime } from '../support/time'

const FLAP_MS = 600
const FLAPS = 50

const variants: Array<{ name: string; props: Partial<SessionProviderProps> }> = [
  { name: 'by default', props: {} },
  { name: 'with refetchWhenOffline={false}', props: { refetchWhenOffline: false } },
]

describeEachReactMode(() => {
  test.each(variants)('polls every second although the link flaps every 0.6 s, $name', async ({ props }) => {
    listenForNoise()
    const server = startServer({ session: ann })
    let answers = 0
    const answer = () => json({ ...ann, user: { ...ann.user, answer: ++answers } })
    const app = renderApp({ session: ann, refetchInterval: 1, ...props })

    for (let flap = 0; flap < FLAPS; flap++) {
      server.answer('GET /session', networkError)
      goOffline()
      await passTime(FLAP_MS)
      server.answer('GET /session', (request) => answer()(request))
      goOnline()
      await passTime(FLAP_MS)
    }

    const seconds = (2 * FLAPS * FLAP_MS) / 1_000
    const triggers = app.renders.map(({ state }) => ('trigger' in state.cause ? state.cause.trigger : null))
    expect(answers).toBeGreaterThanOrEqual(seconds / 2)
    expect(app.statuses()).toEqual(['authenticated'])
    expectOurs(triggers).toContain('poll')
  })
})
