// @vitest-environment jsdom
import { signIn, signOut } from 'sessionchart/react'
import { expect, test, vi } from 'vitest'
import { renderApp } from '../support/app'
import { startServer } from '../support/fake-server'
import { listenForNoise } from '../support/noise'
import { ann, PASSWORD } from '../support/people'
import { describeEachReactMode } from '../support/react-modes'
import { settle } from '../support/time'

const refuse = (): never => {
  throw new DOMException('The operation is insecure.', 'SecurityError')
}
class ForbiddenChannel {
  constructor() {
    refuse()
  }
}

const lacks = [
  { what: 'there is no BroadcastChannel', take: () => vi.stubGlobal('BroadcastChannel', undefined) },
  { what: 'no channel may be opened', take: () => vi.stubGlobal('BroadcastChannel', ForbiddenChannel) },
  {
    what: 'the storage is blocked',
    take: () => vi.spyOn(window, 'localStorage', 'get').mockImplementation(refuse),
  },
  {
    what: 'the storage is full',
    take: () => vi.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse),
  },
]

describeEachReactMode(() => {
  test.each(lacks)('works as a single tab where $what', async ({ take }) => {
    const noise = listenForNoise()
    const server = startServer({ session: ann })
    take()
    const app = renderApp()
    await settle()
    expect(app.last().data).toEqual(ann)

    void signOut({ redirect: false })
    await settle()
    expect(server.count('POST /signout')).toBe(1)
    expect(app.last().status).toBe('unauthenticated')

    void signIn('credentials', { redirect: false, username: 'bob', password: PASSWORD })
    await settle()
    expect(app.last().data).toHaveProperty('user.name', 'bob')
    expect(noise).toEqual({ logged: [], thrown: [] })
  })
})
