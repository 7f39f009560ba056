// @vitest-environment jsdom
import { fireEvent } from '@testing-library/react'
import { signIn } from 'sessionchart/react'
import { expect, test } from 'vitest'
import { renderApp } from '../support/app'
import { fakeLocation } from '../support/browser'
import { startServer } from '../support/fake-server'
import { listenForNoise } from '../support/noise'
import { PASSWORD } from '../support/people'
import { describeEachReactMode } from '../support/react-modes'
import { networkError } from '../support/replies'
import { passTime, SECOND, settle } from '../support/time'

const credentials = { username: 'bob', password: PASSWORD }

// Nobody catches, as in most apps.
const Buttons = () => (
  <>
    <button type="button" onClick={() => void signIn('github')}>
      github
    </button>
    <button type="button" onClick={() => void signIn('credentials', credentials)}>
      credentials
    </button>
    <button type="button" onClick={() => void signIn('credentials', { ...credentials, redirect: false })}>
      credentials, no redirect
    </button>
  </>
)

const steps = [
  { button: 'github', route: 'GET /providers' },
  { button: 'github', route: 'GET /csrf' },
  { button: 'github', route: 'POST /signin/github' },
  { button: 'credentials', route: 'GET /providers' },
  { button: 'credentials', route: 'GET /csrf' },
  { button: 'credentials', route: 'POST /callback/credentials' },
  { button: 'credentials, no redirect', route: 'GET /providers' },
  { button: 'credentials, no redirect', route: 'GET /csrf' },
  { button: 'credentials, no redirect', route: 'POST /callback/credentials' },
]
const ways = [
  { way: 'a link', events: ['beforeunload', 'pagehide'] },
  // Phones send no `beforeunload`.
  { way: 'a phone', events: ['pagehide'] },
]
const cases = ways.flatMap((way) => steps.map((step) => ({ ...way, ...step })))

describeEachReactMode(() => {
  test.each(cases)(
    'shows no error when the page is left by $way during $route of $button',
    async ({ events, button, route }) => {
      const noise = listenForNoise()
      const location = fakeLocation()
      const server = startServer()
      const held = server.hold(route)
      const app = renderApp({ session: null }, <Buttons />)

      fireEvent.click(app.view.getByRole('button', { name: button }))
      await settle()
      expect(held.request).toBeDefined()
      for (const event of events) window.dispatchEvent(new Event(event))
      held.answer(networkError)
      await passTime(SECOND)

      expect(location.visited).toEqual([])
      expect(noise.thrown).toEqual([])
      expect(app.statuses()).toEqual(['unauthenticated'])
    },
  )

  test('shows the error page when the providers cannot be read and nobody leaves', async () => {
    listenForNoise()
    const location = fakeLocation()
    const server = startServer()
    server.answer('GET /providers', networkError)
    const app = renderApp({ session: null }, <Buttons />)

    fireEvent.click(app.view.getByRole('button', { name: 'github' }))
    await settle()

    expect(location.visited).toEqual(['/api/auth/error'])
  })
})
