// @vitest-environment jsdom
import { act, render, screen } from '@testing-library/react'
import { Suspense } from 'react'
import { SessionProvider, useSuspenseSession } from 'sessionchart/react'
import { expect, test, vi } from 'vitest'
import { auth } from './served-auth'

// React 18 has no `use`, and waits for a promise that is thrown. So does React 19 still.
vi.mock('react', async (original) => {
  const react = await original<typeof import('react')>()
  return { ...react, use: undefined }
})

function Show() {
  const { data, status } = useSuspenseSession()
  return <p>{`${status}: ${data?.user?.name}`}</p>
}

test('suspends by throwing the promise where React has no `use`', async () => {
  const answer = auth.hold('/session')
  render(
    <SessionProvider>
      <Suspense fallback="wait">
        <Show />
      </Suspense>
    </SessionProvider>,
  )
  expect(screen.getByText('wait')).toBeDefined()

  await act(async () => answer())
  await screen.findByText('authenticated: Ann')
})
