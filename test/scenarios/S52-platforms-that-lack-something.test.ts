import type * as core from 'sessionchart'
import type * as react from 'sessionchart/react'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { expectOurs, isOurs, onlyOurs } from '../support/compared'
import { listenForNoise } from '../support/noise'
import { ann } from '../support/people'
import { bundleForBrowsers, ITSELF, language, runOnPlatform } from '../support/platform'
import { settle } from '../support/time'

interface Exports {
  core: typeof core
  react: typeof react
  v4: typeof react
  machines: object
}

let code: string

beforeAll(async () => {
  code = await bundleForBrowsers(
    isOurs
      ? `
        export * as core from 'sessionchart'
        export * as react from 'sessionchart/react'
        export * as v4 from 'sessionchart/v4'
        export * as machines from 'sessionchart/machines'
      `
      : `export * as react from 'next-auth/react'`,
  )
})

class FakeChannel extends EventTarget {
  postMessage() {}
  close() {}
}

const target = () => {
  const events = new EventTarget()
  return {
    addEventListener: events.addEventListener.bind(events),
    removeEventListener: events.removeEventListener.bind(events),
  }
}
const location = { href: 'https://app.example/', origin: 'https://app.example' }

const platforms = [
  {
    name: 'plain Vite, where there is no process',
    globals: () => ({
      window: ITSELF,
      self: ITSELF,
      ...target(),
      document: { ...target(), visibilityState: 'visible' },
      navigator: { onLine: true },
      location,
      BroadcastChannel: FakeChannel,
      localStorage: { getItem: () => null, setItem() {} },
    }),
    session: '/api/auth/session',
    hasPage: true,
  },
  {
    name: 'a page whose test has put a location of its own there, without an address',
    globals: () => ({ window: ITSELF, self: ITSELF, ...target(), location: { assign() {} } }),
    session: '/api/auth/session',
    hasPage: true,
  },
  {
    name: 'a service worker',
    globals: () => ({
      self: ITSELF,
      ...target(),
      navigator: { onLine: true },
      location,
      BroadcastChannel: FakeChannel,
    }),
    session: 'https://app.example/api/auth/session',
    hasPage: false,
  },
  {
    name: 'React Native, where window listens to nothing',
    globals: () => ({ window: ITSELF, global: ITSELF, navigator: { product: 'ReactNative' } }),
    session: 'https://app.example/api/auth/session',
    hasPage: false,
  },
  {
    name: 'a platform that has the language and nothing else',
    globals: () => ({}),
    session: 'https://app.example/api/auth/session',
    hasPage: false,
  },
]

const OPTIONS = { baseUrl: 'https://app.example' }

function load(globals: object) {
  const fetch = vi.fn(async (_url: string, _init: RequestInit) => Response.json(ann))
  const library = runOnPlatform<Exports>(code, Object.assign(globals, language, { fetch }))
  return { ...library, fetch }
}

describe.each(platforms)('on $name', ({ globals, session, hasPage }) => {
  test('imports', () => {
    const { core, react, v4, machines } = load(globals())
    expect(react.SessionProvider).toBeTypeOf('function')
    expectOurs(core?.createSessionClient).toBeTypeOf('function')
    expectOurs(v4?.useSession).toBeTypeOf('function')
    expectOurs(machines).toHaveProperty('sessionMachine')
  })

  test('reads the session', async () => {
    onlyOurs('createSessionClient')
    const noise = listenForNoise()
    const { core, fetch } = load(globals())
    const client = core.createSessionClient(OPTIONS)
    client.start()
    await settle()

    expect(fetch.mock.calls.map(([url]) => url)).toEqual([session])
    expect(client.getState()).toMatchObject({ status: 'authenticated', data: ann, error: null })
    await expect(client.getSession()).resolves.toEqual(ann)
    client.stop()
    expect(noise).toEqual({ logged: [], thrown: [] })
  })

  test('signs out without a redirect', async () => {
    onlyOurs('createSessionClient')
    const { core, fetch } = load(globals())
    const client = core.createSessionClient(OPTIONS)
    client.start()
    await settle()
    fetch.mockImplementation(async () => Response.json({ csrfToken: 't', url: '/' }))

    const response = await client.signOut({ redirect: false })
    expect(response?.result).toEqual({ type: 'signed-out' })
    expect(client.getState().status).toBe('unauthenticated')
    client.stop()
  })

  test(`${hasPage ? 'leaves the page' : 'says that there is no page to leave'} for a redirect`, async () => {
    onlyOurs('createSessionClient')
    const { core, fetch } = load(globals())
    const client = core.createSessionClient(OPTIONS)
    client.start()
    await settle()
    fetch.mockImplementation(async () => Response.json({ csrfToken: 't', url: '/next' }))

    const leaving = client.signOut({ redirectTo: '/next' })
    if (hasPage) await expect(leaving).resolves.toBeUndefined()
    else await expect(leaving).rejects.toMatchObject({ name: 'SessionError', code: 'redirect' })
    client.stop()
  })
})

test('says that there is no fetch, and does not throw', async () => {
  onlyOurs('createSessionClient')
  const { core } = runOnPlatform<Exports>(code, language)
  const logger = { error: vi.fn(), warn: vi.fn() }
  const client = core.createSessionClient({ ...OPTIONS, logger })
  client.start()
  await settle()

  const { status, error } = client.getState()
  expect(status).toBe('unauthenticated')
  expect(error).toMatchObject({ name: 'SessionError', code: 'network' })
  expect(error?.message).toContain('fetch')
  expect(logger.error).toHaveBeenCalledTimes(1)
  client.stop()
})

test('works alone where the storage may not be touched and channels may not be opened', async () => {
  onlyOurs('createSessionClient')
  const noise = listenForNoise()
  let refusals = 0
  const refuse = (): never => {
    refusals++
    throw new DOMException('The operation is insecure.', 'SecurityError')
  }
  class ForbiddenChannel {
    constructor() {
      refuse()
    }
  }
  const globals = {
    window: ITSELF,
    ...target(),
    document: { ...target(), visibilityState: 'visible' },
    navigator: { onLine: true },
    location,
    BroadcastChannel: ForbiddenChannel,
    get localStorage() {
      return refuse()
    },
  }
  const { core, fetch } = load(globals)
  const client = core.createSessionClient(OPTIONS)
  client.start()
  await settle()
  expect(client.getState().status).toBe('authenticated')

  fetch.mockImplementation(async () => Response.json({ csrfToken: 't', url: '/' }))
  await expect(client.signOut({ redirect: false })).resolves.toMatchObject({ url: '/' })
  expect(client.getState().status).toBe('unauthenticated')
  expect(refusals).toBeGreaterThanOrEqual(2)
  client.stop()
  expect(noise).toEqual({ logged: [], thrown: [] })
})
