// @vitest-environment jsdom
import { act, render, screen } from '@testing-library/react'
import type * as React from 'react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { ann } from './harness/fake-server'
import { type Library, loadLibrary, type SessionValue, type UseSessionOptions } from './harness/library'

/** What does without a provider of the library. */

const libraries = [
  { maker: 'next-auth', version: 'v5' },
  { maker: 'next-auth', version: 'v4' },
  { maker: 'ours', version: 'v5' },
  { maker: 'ours', version: 'v4' },
] as const

afterEach(() => {
  vi.unstubAllEnvs()
  document.body.replaceChildren()
})

interface AppProps {
  library: Library
  options?: UseSessionOptions
  onRender?: (value: SessionValue) => void
}

function App({ library, options, onRender }: AppProps) {
  const value = library.useSession(options)
  onRender?.(value)
  return <p>{`${value.status}: ${value.data?.user?.name}`}</p>
}

const nobody: SessionValue = { data: null, status: 'unauthenticated', update: async () => null }
const renderOnce = (element: React.ReactElement) => act(() => render(element))

function renderUnder(value: SessionValue, props: AppProps) {
  const { SessionContext } = props.library
  renderOnce(
    <SessionContext.Provider value={value}>
      <App {...props} />
    </SessionContext.Provider>,
  )
}

describe.each(libraries)('$maker $version', ({ maker, version }) => {
  test('says what is missing outside a provider', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const library = await loadLibrary(maker, version)

    expect(() => renderOnce(<App library={library} />)).toThrow(
      new Error('[next-auth]: `useSession` must be wrapped in a <SessionProvider />'),
    )
  })

  test('throws outside a provider in production, too', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    vi.stubEnv('NODE_ENV', 'production')
    const library = await loadLibrary(maker, version)

    const message = maker === 'ours' ? /must be wrapped in a <SessionProvider/ : /reading 'status'/
    expect(() => renderOnce(<App library={library} options={{ required: true }} />)).toThrow(message)
  })

  test('shows a value that a test gives', async () => {
    const library = await loadLibrary(maker, version)

    renderUnder({ ...nobody, data: ann, status: 'authenticated' }, { library })

    expect(screen.getByText('authenticated: Ann')).toBeTruthy()
  })

  test('gives the very value', async () => {
    const library = await loadLibrary(maker, version)
    const onRender = vi.fn()

    renderUnder(nobody, { library, onRender })

    expect(onRender.mock.calls[0]?.[0]).toBe(nobody)
  })

  test('gives a loading one, and calls back, where a session is required', async () => {
    const library = await loadLibrary(maker, version)
    const onRender = vi.fn()
    const onUnauthenticated = vi.fn()

    renderUnder(nobody, { library, onRender, options: { required: true, onUnauthenticated } })

    expect(onRender).toHaveBeenCalledWith({ ...nobody, status: 'loading' })
    expect(onUnauthenticated).toHaveBeenCalledTimes(1)
  })
})
