import { PassThrough } from 'node:stream'
import { type ReactNode, Suspense, use } from 'react'
import { renderToPipeableStream, renderToString } from 'react-dom/server'
import {
  __NEXTAUTH,
  getSession,
  getSessionClient,
  SessionProvider,
  type SessionProviderProps,
  SignedIn,
  useSession,
  useSessionState,
} from 'sessionchart/react'
import { afterEach, expect, test, vi } from 'vitest'
import { expectOurs, isOurs, ours } from '../support/compared'
import { listenForNoise } from '../support/noise'
import { ann, bob } from '../support/people'

function Name() {
  const { data, status } = useSession()
  return (
    <p>
      {data?.user?.name ?? 'nobody'} is {status}
      {isOurs && <Cause />}
    </p>
  )
}

const Cause = () => `, ${useSessionState().cause.type}`

function Late({ until }: { until: Promise<unknown> }) {
  use(until)
  return (
    <>
      <Name />
      {isOurs && <SignedIn>welcome</SignedIn>}
    </>
  )
}

/** Renders as a server streams: first the shell, then what had to wait. */
function stream(page: ReactNode): { shell: Promise<void>; html: Promise<string> } {
  const out = new PassThrough()
  const chunks: string[] = []
  out.on('data', (chunk) => chunks.push(String(chunk)))
  const html = new Promise<string>((resolve) => out.on('end', () => resolve(chunks.join(''))))
  const shell = new Promise<void>((resolve, reject) => {
    const { pipe } = renderToPipeableStream(page, {
      onShellReady() {
        pipe(out)
        resolve()
      },
      onShellError: reject,
    })
  })
  return { shell, html }
}

const page = (props: Omit<SessionProviderProps, 'children'>, until: Promise<unknown>) => (
  <SessionProvider {...props}>
    <Name />
    <Suspense fallback={<p>one moment</p>}>
      <Late until={until} />
    </Suspense>
  </SessionProvider>
)
const textOf = (html: string) => html.replaceAll('<!-- -->', '')

function valuesOfGlobals() {
  const names = Reflect.ownKeys(globalThis)
  return new Map(names.map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)?.value]))
}

afterEach(() => {
  vi.unstubAllGlobals()
})

test('keeps sessions apart that are rendered at the same time', async () => {
  const noise = listenForNoise()
  let finish = () => {}
  const until = new Promise<void>((resolve) => {
    finish = resolve
  })

  const pages = [{ session: ann }, { session: bob }, { session: null }, {}].map((props) =>
    stream(page(props, until)),
  )
  await Promise.all(pages.map(({ shell }) => shell))
  finish()
  const [ofAnn, ofBob, ofNobody, ofUnknown] = await Promise.all(pages.map(({ html }) => html.then(textOf)))

  expect(ofAnn?.split('Ann is authenticated')).toHaveLength(3)
  expect(ofAnn).not.toContain('Bob')
  expect(ofBob?.split('Bob is authenticated')).toHaveLength(3)
  expect(ofBob).not.toContain('Ann')
  expect(ofNobody?.split('nobody is unauthenticated')).toHaveLength(3)
  expect(ofUnknown?.split('nobody is loading')).toHaveLength(3)
  expectOurs(ofAnn).toContain('welcome')
  expectOurs(ofAnn?.split('Ann is authenticated, seeded')).toHaveLength(3)
  expectOurs(ofBob?.split('Bob is authenticated, seeded')).toHaveLength(3)
  expectOurs(ofNobody?.split('nobody is unauthenticated, seeded')).toHaveLength(3)
  expectOurs(ofUnknown?.split('nobody is loading, starting')).toHaveLength(3)
  for (const html of [ofNobody, ofUnknown]) expect(html).not.toMatch(/Ann|Bob|welcome/)
  expect(noise).toEqual({ logged: [], thrown: [] })
})

test('writes no global and starts nothing while it renders', () => {
  const fetch = vi.fn()
  const Channel = vi.fn()
  const inspect = vi.fn()
  vi.stubGlobal('fetch', fetch)
  vi.stubGlobal('BroadcastChannel', Channel)
  const before = valuesOfGlobals()
  // It goes on with the clock.
  const varying = { _getSession: null, _lastSync: null }
  const nextAuthBefore = { ...__NEXTAUTH, ...varying }

  const rendered = renderToString(
    <SessionProvider session={ann} basePath="/other/auth" refetchInterval={1} {...ours({ inspect })}>
      <Name />
    </SessionProvider>,
  )

  expect(textOf(rendered)).toContain('Ann is authenticated')
  expect(__NEXTAUTH._session ?? null).toBeNull()
  expect(valuesOfGlobals()).toEqual(before)
  expect({ ...__NEXTAUTH, ...varying }).toEqual(nextAuthBefore)
  expect(fetch).not.toHaveBeenCalled()
  expect(Channel).not.toHaveBeenCalled()
  // A chart that was made would have been inspected.
  expectOurs(inspect).not.toHaveBeenCalled()
  if (!isOurs) return
  expect(getSessionClient().getState().data ?? null).toBeNull()
  expect(getSessionClient()).not.toBe(getSessionClient())
})

test('shows nothing of one render in the next', () => {
  const render = (props: Omit<SessionProviderProps, 'children'>) =>
    textOf(
      renderToString(
        <SessionProvider {...props}>
          <Name />
        </SessionProvider>,
      ),
    )
  expect(render({ session: ann })).toContain('Ann is authenticated')
  expect(render({})).toContain('nobody is loading')
  expect(render({ session: null })).toContain('nobody is unauthenticated')
})

test('keeps the cookies and sessions of two getSession() apart', async () => {
  const cookies: Array<string | null> = []
  vi.stubGlobal('fetch', async (_url: string, init: RequestInit) => {
    const cookie = new Headers(init.headers).get('cookie')
    cookies.push(cookie)
    return Response.json(cookie === 'ann' ? ann : cookie === 'bob' ? bob : null)
  })
  const as = (cookie: string) => getSession({ headers: { cookie } } as Parameters<typeof getSession>[0])

  const sessions = await Promise.all([as('ann'), as('bob'), getSession()])

  expect(sessions).toEqual([ann, bob, null])
  expect(cookies).toEqual(['ann', 'bob', null])
  if (isOurs) expect(getSessionClient().getState().data ?? null).toBeNull()
})
