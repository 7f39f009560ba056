// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { type ReactNode, StrictMode } from 'react'
import { SessionProvider, type SessionProviderProps, useSessionActor } from 'sessionchart/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ann, bob } from '../client/sessions'
import { takeComplaints } from './complaints'
import { describeEachReactMode } from './react-modes'
import { settle } from './served-auth'

/** Another copy of the package, as a second version of it would be. */
async function loadCopy(): Promise<typeof import('sessionchart/react')> {
  vi.resetModules()
  return import('sessionchart/react')
}
const COPIES = Symbol.for('sessionchart.copies')
const copies = globalThis as { [COPIES]?: number }

const Sender = () => {
  const actor = useSessionActor()
  return <button type="button" onClick={() => actor.send({ type: 'session.refresh' } as never)} />
}

/** A provider around something. */
const Provider = ({ children = <p />, ...props }: Partial<SessionProviderProps>) => (
  <SessionProvider {...props}>{children}</SessionProvider>
)

beforeEach(() => {
  vi.stubEnv('NODE_ENV', 'development')
})
afterEach(() => {
  vi.unstubAllEnvs()
  copies[COPIES] = 1
  Reflect.deleteProperty(globalThis, Symbol.for('sessionchart.said'))
})

describeEachReactMode(({ render }) => {
  /** Renders, and gives what was said about it. */
  const mount = async (ui: ReactNode) => {
    render(ui)
    await settle()
    return takeComplaints()
  }
  const nested = (outer: object, inner: object) => (
    <SessionProvider session={ann()} {...outer}>
      <SessionProvider session={bob()} {...inner}>
        <p />
      </SessionProvider>
    </SessionProvider>
  )

  test('two providers with different options are told of once, by the names of these', async () => {
    const said = await mount(nested({ refetchInterval: 60 }, { expiryWarning: 30 }))
    const again = await mount(nested({ refetchInterval: 60 }, { expiryWarning: 30 }))

    expect([...said, ...again]).toEqual([
      'sessionchart: two <SessionProvider>s are mounted at the same time, with different refetchInterval, ' +
        'expiryWarning. Each has a session of its own: mount one around the whole app, or give both the same options.',
    ])
  })

  test.each([
    [
      'the same options',
      { refetchInterval: 60, headers: { a: '1' } },
      { refetchInterval: 60, headers: { a: '1' } },
    ],
    ['functions written inline', { onError: () => {} }, { onError: () => {} }],
    ['other endpoints', { basePath: '/a' }, { basePath: '/b', refetchInterval: 60 }],
    ['a channel each', { channel: 'a' }, { channel: 'b', refetchInterval: 60 }],
  ])('two providers with %s are not', async (_, outer, inner) => {
    expect(await mount(nested(outer, inner))).toEqual([])
  })

  test('two providers in a test are not: those of earlier tests may be left over', async () => {
    vi.stubEnv('NODE_ENV', 'test')
    expect(await mount(nested({ refetchInterval: 60 }, { expiryWarning: 30 }))).toEqual([])
  })

  test('a provider that takes the place of another is not one of two', async () => {
    const { rerender } = render(<Provider key="1" session={ann()} refetchInterval={60} />)
    rerender(<Provider key="2" session={ann()} refetchInterval={30} />)
    await settle()

    expect(takeComplaints()).toEqual([])
  })

  describe('a second copy of the package', () => {
    const words =
      'sessionchart: 2 copies of sessionchart are loaded, and none sees the sessions of the others. ' +
      'See with `npm ls sessionchart` where they come from, and let the bundler take one (resolve.dedupe).'

    test('is told of once when both have a provider', async () => {
      const copy = await loadCopy()
      const both = (
        <Provider session={ann()}>
          <copy.SessionProvider session={ann()}>
            <p />
          </copy.SessionProvider>
        </Provider>
      )
      expect([...(await mount(both)), ...(await mount(both))]).toEqual([words])
    })

    test('is told of when one has the provider and the other is called', async () => {
      const copy = await loadCopy()
      render(<Provider session={ann()} />)
      copy.getSessionClient()
      await settle()

      expect(takeComplaints()).toEqual([words])
    })

    test('is not told of when nothing of it is in use', async () => {
      const copy = await loadCopy()
      const { unmount } = render(
        <copy.SessionProvider session={ann()}>
          <p />
        </copy.SessionProvider>,
      )
      await settle()
      unmount()

      expect(await mount(<Provider session={ann()} />)).toEqual([])
    })
  })

  test('an event that the session does not know is told of', async () => {
    render(
      <SessionProvider session={ann()}>
        <Sender />
      </SessionProvider>,
    )
    await settle()
    screen.getByRole('button').click()

    expect(takeComplaints()).toEqual([expect.stringContaining('knows no event "session.refresh"')])
  })

  test('nothing is told of in production', async () => {
    vi.stubEnv('NODE_ENV', 'production')
    const copy = await loadCopy()
    render(
      <copy.SessionProvider session={ann()}>
        <p />
      </copy.SessionProvider>,
    )

    expect(await mount(nested({ refetchInterval: 60 }, { expiryWarning: 30 }))).toEqual([])
  })

  test('nothing is told of one provider', async () => {
    const ui = (
      <StrictMode>
        <Provider session={ann()} refetchInterval={60} />
      </StrictMode>
    )

    expect(await mount(ui)).toEqual([])
  })
})
