import { fireEvent, render, screen } from '@testing-library/react'
import { useSession, useSessionExpiry } from 'sessionchart/react'
import { createTestSession, pathsTo } from 'sessionchart/testing'
import { Account } from './account'

const ada = { expires: '2099-01-01T00:00:00Z', user: { name: 'Ada', email: 'ada@example.com' } }

function Guard() {
  const { data, status } = useSession()
  const { secondsLeft } = useSessionExpiry()
  return <p>{data ? `Secrets, for ${secondsLeft} s` : status}</p>
}

test('a session in a state, on a page that lacks much', async () => {
  for (const name of [
    'fetch',
    'Response',
    'structuredClone',
    'setImmediate',
    'MessageChannel',
    'BroadcastChannel',
  ])
    expect(name in globalThis).toBe(false)
  const session = await createTestSession({ at: 'expiring' })
  render(<Guard />, { wrapper: session.Provider })
  screen.getByText('Secrets, for 60 s')
  await session.clock.tick('10s')
  screen.getByText('Secrets, for 50 s')
  await session.clock.tick('5m')
  screen.getByText('unauthenticated')
})

test.each([
  // React has microtasks of its own: what is ours is counted where they are real.
  { doNotFake: ['queueMicrotask'], isCounted: true },
  { doNotFake: [], isCounted: false },
])(
  'a sign-out from a click, and another tab, on a clock that stands still, but for $doNotFake',
  async (timers) => {
    jest.useFakeTimers({ doNotFake: timers.doNotFake })
    const session = await createTestSession({ session: ada })
    render(<Account />, { wrapper: session.Provider })
    fireEvent.click(screen.getByText('Sign out Ada'))
    await session.settle()
    screen.getByText('Sign in')
    await session.otherTab.signIn(ada)
    screen.getByText('Sign out Ada')
    if (timers.isCounted) expect(jest.getTimerCount()).toBe(0)
    jest.useRealTimers()
  },
)

test.each(pathsTo('unauthenticated', { longest: 2 }))('shows no secrets: $description', async (path) => {
  const session = await path.start()
  render(<Guard />, { wrapper: session.Provider })
  await path.walk(session)
  screen.getByText('unauthenticated')
})
