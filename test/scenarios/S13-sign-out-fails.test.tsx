// @vitest-environment jsdom
import { signOut } from 'sessionchart/react'
import { expect, test } from 'vitest'
import { renderApp } from '../support/app'
import { fakeLocation } from '../support/browser'
import { byNow } from '../support/by-now'
import { expectOurs } from '../support/compared'
import { type FakeServer, startServer } from '../support/fake-server'
import { listenForNoise } from '../support/noise'
import { lastStorageMessage, openOtherTab } from '../support/other-tab'
import { ann } from '../support/people'
import { describeEachReactMode } from '../support/react-modes'
import { html, json, networkError, silence } from '../support/replies'
import { passTime, SECOND, settle } from '../support/time'

const failures: Array<{ what: string; fail: (server: FakeServer) => void; code: string }> = [
  {
    what: 'a network error',
    fail: (server) => server.answerOnce('POST /signout', networkError),
    code: 'network',
  },
  {
    what: 'a 500',
    fail: (server) => server.answerOnce('POST /signout', json({ message: 'Internal' }, 500)),
    code: 'http',
  },
  { what: 'a 500 HTML page', fail: (server) => server.answerOnce('POST /signout', html(500)), code: 'http' },
  { what: 'no answer', fail: (server) => server.answerOnce('POST /signout', silence), code: 'timeout' },
  {
    what: 'rejected csrf tokens',
    fail: (server) => {
      server.csrfRejections = 2
    },
    code: 'csrf',
  },
  {
    what: 'an unreachable csrf endpoint',
    fail: (server) => server.answerOnce('GET /csrf', networkError),
    code: 'network',
  },
]

describeEachReactMode(() => {
  test.each(failures)(
    'keeps the session and says why when the sign-out meets $what',
    async ({ fail, code }) => {
      listenForNoise()
      const location = fakeLocation()
      const server = startServer({ session: ann })
      const app = renderApp({ session: ann })
      fail(server)

      // How a failure is told is a matter of taste, that it is told at all is not.
      const signingOut = signOut({ redirect: false }).catch((error: Error) => ({ error, result: undefined }))
      await passTime(15 * SECOND)
      const response = await byNow(signingOut)

      expect(app.statuses()).toEqual(['authenticated'])
      expect(app.last().data).toEqual(ann)
      expect(location.visited).toEqual([])
      expect(response).not.toBe('pending')
      expectOurs(response).toMatchObject({
        result: { type: 'failed', error: { name: 'SessionError', code } },
      })
      expectOurs(app.last().data).toBe(ann)
    },
  )

  test.each(failures)(
    'stays on the page and rejects when the sign-out meets $what',
    async ({ fail, code }) => {
      listenForNoise()
      const location = fakeLocation()
      const server = startServer({ session: ann })
      const app = renderApp({ session: ann })
      fail(server)

      const signingOut = signOut().catch((error: Error) => error)
      await passTime(15 * SECOND)

      expect(location.visited).toEqual([])
      expect(app.statuses()).toEqual(['authenticated'])
      const error = await byNow(signingOut)
      expect(error).toBeInstanceOf(Error)
      expectOurs(error).toMatchObject({ name: 'SessionError', code })
    },
  )

  test.each(failures)(
    'tells the other tabs only of the sign-out that worked, not of $what',
    async ({ fail }) => {
      listenForNoise()
      const otherTab = openOtherTab()
      const server = startServer({ session: ann })
      const app = renderApp({ session: ann })
      fail(server)

      void signOut({ redirect: false }).catch(() => {})
      await passTime(15 * SECOND)
      expect(otherTab.heard).toEqual([])
      expect(lastStorageMessage()).toBeNull()

      server.csrfRejections = 0
      const { result } = await signOut({ redirect: false })
      await settle()
      expectOurs(result).toEqual({ type: 'signed-out' })
      expect(app.last().status).toBe('unauthenticated')
      expect(otherTab.heard).toMatchObject([{ event: 'session', data: { trigger: 'signout' } }])
      expectOurs(lastStorageMessage()).toContain('"trigger":"signout"')
    },
  )
})
