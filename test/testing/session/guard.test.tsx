// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { useSession } from 'sessionchart/react'
import { createTestSession, pathsTo } from 'sessionchart/testing'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { closeScene, openScene } from '../../support/scene'
import { expectQuietPage } from '../quiet-page'

function Guard() {
  const { data, status } = useSession()
  if (status === 'loading') return <p>One moment</p>
  if (!data) return <button type="button">Sign in</button>
  return <p>Secrets of {data.user?.name}</p>
}

beforeEach(openScene)
afterEach(async () => {
  cleanup()
  await closeScene()
})
expectQuietPage()

test.each(pathsTo('unauthenticated', { longest: 3 }))('asks to sign in: $description', async (path) => {
  const session = await path.start()
  render(<Guard />, { wrapper: session.Provider })

  await path.walk(session)

  expect(screen.getByRole('button', { name: 'Sign in' })).toBeDefined()
  expect(screen.queryByText(/Secrets/)).toBeNull()
})

test.each(pathsTo('authenticated', { longest: 3 }))('lets in: $description', async (path) => {
  const session = await path.start()
  render(<Guard />, { wrapper: session.Provider })

  await path.walk(session)

  expect(screen.getByText('Secrets of Ann')).toBeDefined()
})

test('nothing is left of a session that nobody has stopped', async () => {
  const listen = vi.spyOn(window, 'addEventListener')
  const session = await createTestSession({ at: 'expiring', refetchInterval: 1 })

  await session.clock.tick('1h')

  expect(vi.getTimerCount()).toBe(0)
  expect(listen).not.toHaveBeenCalled()
})

test('works when the runner fakes all that it can', async () => {
  vi.useRealTimers()
  vi.useFakeTimers({
    toFake: ['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'Date', 'performance'],
  })
  const session = await createTestSession({ at: 'expiring' })
  render(<Guard />, { wrapper: session.Provider })

  await session.clock.tick('5m')

  expect(screen.getByRole('button', { name: 'Sign in' })).toBeDefined()
  // React has microtasks of its own.
  vi.clearAllTimers()
})
