// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { type ReactNode, StrictMode } from 'react'
import { createSessionClient } from 'sessionchart'
import { SessionProvider, type SessionProviderProps, useSessionActor } from 'sessionchart/react'
import { afterEach, expect, test, vi } from 'vitest'
import { ann, bob } from '../client/sessions'
import { takeComplaints } from './complaints'
import { describeEachReactMode } from './react-modes'
import { settle } from './served-auth'

const COPIES = Symbol.for('sessionchart.copies')
const copies = globalThis as unknown as { [COPIES]: number }
const setCopies = (count: number) => {
  copies[COPIES] = count
}

const Sender = () => {
  const actor = useSessionActor()
  return <button type="button" onClick={() => actor.send({ type: 'session.refresh' } as never)} />
}

/** A provider around something. */
const Provider = (props: Partial<SessionProviderProps>) => (
  <SessionProvider {...props}>
    <p />
  </SessionProvider>
)

afterEach(() => {
  vi.unstubAllEnvs()
  setCopies(1)
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

  test('a provider that takes the place of another is not one of two', async () => {
    const { rerender } = render(<Provider key="1" session={ann()} refetchInterval={60} />)
    rerender(<Provider key="2" session={ann()} refetchInterval={30} />)
    await settle()

    expect(takeComplaints()).toEqual([])
  })

  test.each([
    ['a provider', <Provider key="own" session={ann()} />],
    ['a provider of a client', <Provider key="given" client={createSessionClient({ session: ann() })} />],
  ])('a copy of the package beside %s is told of once', async (_, ui) => {
    setCopies(2)
    const said = [...(await mount(ui)), ...(await mount(ui))]

    expect(said).toEqual([
      'sessionchart: 2 copies of sessionchart are loaded, and none sees the sessions of the others. ' +
        'See with `npm ls sessionchart` where they come from, and let the bundler take one (resolve.dedupe).',
    ])
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
    setCopies(2)

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
