// @vitest-environment jsdom
import { act, screen } from '@testing-library/react'
import { Suspense } from 'react'
import { SessionError } from 'sessionchart'
import type { EngineLoader, EngineModule } from 'sessionchart/client'
import {
  SessionProvider,
  type SessionProviderProps,
  useSession,
  useSessionActor,
  useSuspenseSession,
} from 'sessionchart/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createFakePage, type FakePage } from '../client/fake-page'
import { ann, bob } from '../client/sessions'
import { createProbe } from './probe'
import { describeEachReactMode } from './react-modes'
import { auth, settle } from './served-auth'

// In a browser the engine of a provider's client comes later than the first render, or not at all.

const late = vi.hoisted(() => ({ loader: null as EngineLoader | null }))
vi.mock('sessionchart/late-engine', () => ({
  lateEngine: {
    get: () => late.loader?.get() ?? null,
    load: () => late.loader?.load(),
  },
}))

let engine: EngineModule
let isThere: boolean
let waiting: Array<{ resolve(module: EngineModule): void; reject(error: unknown): void }>
let page: FakePage
afterEach(() => void vi.useRealTimers())
beforeEach(async () => {
  engine = await import('sessionchart/engine')
  isThere = false
  waiting = []
  page = createFakePage()
  late.loader = {
    get: () => (isThere ? engine : null),
    load: () => new Promise((resolve, reject) => waiting.push({ resolve, reject })),
  }
})

const arrive = async () => {
  isThere = true
  await act(async () => {
    for (const { resolve } of waiting.splice(0)) resolve(engine)
  })
  await settle()
}
const fail = () =>
  act(async () => {
    for (const { reject } of waiting.splice(0))
      reject(new SessionError({ code: 'network', message: 'Failed to fetch' }))
  })

const Provider = (props: SessionProviderProps) => (
  <SessionProvider environment={page.environment} logger={{ error() {} }} {...props} />
)

describeEachReactMode(({ render }) => {
  test('reads the session once, when it is there', async () => {
    auth.session = ann()
    const probe = createProbe(() => useSession())
    render(
      <Provider>
        <probe.Probe />
      </Provider>,
    )
    expect(probe.latest()).toMatchObject({ status: 'loading', data: undefined })
    expect(auth.requests).toEqual([])

    await arrive()

    expect(probe.latest()).toMatchObject({ status: 'authenticated', data: ann() })
    expect(auth.count('/session')).toBe(1)
  })

  test('shows a new session prop in the very render that brings it', async () => {
    const probe = createProbe(() => useSession())
    const app = (session: ReturnType<typeof ann> | null) => (
      <Provider session={session}>
        <probe.Probe />
      </Provider>
    )
    const { rerender } = render(app(ann()))
    probe.forget()

    rerender(app(bob()))

    expect(probe.seen.map(({ data }) => data?.user?.name)).toEqual(probe.seen.map(() => bob().user.name))
    expect(probe.latest()).toMatchObject({ status: 'authenticated', data: bob() })
  })

  test('calls whoever requires a session without waiting for it', async () => {
    const onUnauthenticated = vi.fn()
    const probe = createProbe(() => useSession({ required: true, onUnauthenticated }))
    render(
      <Provider session={null}>
        <probe.Probe />
      </Provider>,
    )
    expect(onUnauthenticated).toHaveBeenCalledTimes(1)

    await arrive()

    expect(onUnauthenticated).toHaveBeenCalledTimes(1)
  })

  test('suspends who wants the actor until it is there, however often it could not be loaded', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const probe = createProbe(() => useSessionActor())
    await act(async () => {
      render(
        <Provider session={ann()}>
          <Suspense fallback="wait">
            <probe.Probe />
            <p>there</p>
          </Suspense>
        </Provider>,
      )
    })
    expect(screen.queryByText('wait')).not.toBeNull()

    await fail()
    expect(screen.queryByText('wait')).not.toBeNull()
    expect(waiting.length).toBeLessThan(3)

    await arrive()
    // The next look is after a pause.
    await act(() => vi.advanceTimersByTimeAsync(10_000))
    expect(screen.queryByText('there')).not.toBeNull()
    expect(probe.latest().getSnapshot().hasTag('authenticated')).toBe(true)
  })

  test('never suspends again after it could not be loaded', async () => {
    auth.session = ann()
    const probe = createProbe(() => useSuspenseSession())
    const waits = createProbe(() => null)
    await act(async () => {
      render(
        <Provider>
          <Suspense fallback={<waits.Probe />}>
            <probe.Probe />
          </Suspense>
        </Provider>,
      )
    })
    await fail()
    await act(async () => {})
    expect(probe.latest()).toMatchObject({ status: 'unauthenticated', data: null })
    waits.forget()

    await act(async () => {
      void probe.latest().update()
    })
    await arrive()

    expect(probe.latest()).toMatchObject({ status: 'authenticated', data: ann() })
    expect(waits.seen).toEqual([])
  })
})
