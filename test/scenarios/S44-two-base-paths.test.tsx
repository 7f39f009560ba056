// @vitest-environment jsdom
import { render } from '@testing-library/react'
import { getSession, SessionProvider, signIn, signOut } from 'sessionchart/react'
import { beforeEach, expect, test } from 'vitest'
import { createProbe, type Probe } from '../support/app'
import { byNow } from '../support/by-now'
import { expectOurs } from '../support/compared'
import { connect, createServer, type FakeServer } from '../support/fake-server'
import { listenForNoise } from '../support/noise'
import { ann, bob, PASSWORD } from '../support/people'
import { describeEachReactMode } from '../support/react-modes'
import { networkError } from '../support/replies'
import { settle } from '../support/time'

let shop: FakeServer
let admin: FakeServer
let main: FakeServer
let inShop: Probe
let inAdmin: Probe

interface PageProps {
  hasShop?: boolean
  hasAdmin?: boolean
}

function Page({ hasShop = true, hasAdmin = true }: PageProps) {
  return (
    <>
      {hasShop && (
        <SessionProvider basePath="/shop/auth">
          <inShop.Probe />
        </SessionProvider>
      )}
      {hasAdmin && (
        <SessionProvider basePath="/admin/auth">
          <inAdmin.Probe />
        </SessionProvider>
      )}
    </>
  )
}

const signInAs = (username: string) =>
  signIn('credentials', { redirect: false, username, password: PASSWORD })

describeEachReactMode(() => {
  beforeEach(() => {
    shop = createServer({ base: '/shop/auth', session: ann })
    admin = createServer({ base: '/admin/auth', session: bob })
    main = createServer()
    connect(shop, admin, main)
    inShop = createProbe()
    inAdmin = createProbe()
  })

  test('reads each session once, from its own path', async () => {
    render(<Page />)
    await settle()

    expect(inShop.last().data).toEqual(ann)
    expect(inAdmin.last().data).toEqual(bob)
    expect(shop.requests.map(({ url }) => url)).toEqual(['/shop/auth/session'])
    expect(admin.requests.map(({ url }) => url)).toEqual(['/admin/auth/session'])
  })

  test('leaves one session alone when the other is updated, fails and signs out', async () => {
    listenForNoise()
    render(<Page />)
    await settle()
    const untouched = inShop.last().data

    void inAdmin.last().update({ name: 'Bobby' })
    await settle()
    expect(inAdmin.last().data).toHaveProperty('user.name', 'Bobby')
    admin.answerOnce('GET /session', networkError)
    void inAdmin.last().update()
    await settle()
    void signOut({ redirect: false })
    await settle()

    expect(inAdmin.last().status).toBe('unauthenticated')
    expect(inShop.last().data).toBe(untouched)
    expectOurs(inShop.last().state.error).toBeNull()
    expect(inShop.statuses()).toEqual(['loading', 'authenticated'])
  })

  test('asks nothing at one path when the session at the other changes', async () => {
    render(<Page />)
    await settle()

    void inAdmin.last().update({ name: 'Bobby' })
    await settle()
    void signOut({ redirect: false })
    await settle()

    expect(inAdmin.last().status).toBe('unauthenticated')
    expect(shop.routes()).toEqual(['GET /session'])
  })

  test('calls the free functions on the provider that was mounted last', async () => {
    render(<Page />)
    await settle()
    const before = shop.routes()
    expectOurs(before).toEqual(['GET /session'])

    const session = getSession()
    await settle()
    await expect(byNow(session)).resolves.toEqual(bob)
    expect(shop.routes()).toEqual(before)

    void signInAs('carol')
    await settle()
    expect(inAdmin.last().data).toHaveProperty('user.name', 'carol')
    expect(inShop.last().data).toEqual(ann)
  })

  test('gives the place back when the provider that was mounted last is unmounted', async () => {
    const view = render(<Page />)
    await settle()

    view.rerender(<Page hasAdmin={false} />)
    await settle()
    const session = getSession()
    await settle()
    await expect(byNow(session)).resolves.toEqual(ann)

    view.rerender(<Page hasShop={false} hasAdmin={false} />)
    await settle()
    void signInAs('carol')
    await settle()
    expect(main.count('POST /callback/credentials')).toBe(1)
    expect(shop.count('POST /callback/credentials')).toBe(0)
    expect(admin.count('POST /callback/credentials')).toBe(0)
  })

  test('puts a provider that is mounted again in front', async () => {
    const view = render(<Page />)
    await settle()
    view.rerender(<Page hasShop={false} />)
    await settle()
    view.rerender(<Page />)
    await settle()
    const { length } = shop.requests

    const session = getSession()
    await settle()
    await expect(byNow(session)).resolves.toEqual(ann)
    expect(shop.requests.length).toBeGreaterThan(length)
    expectOurs(shop.requests).toHaveLength(length + 1)
    expect(inAdmin.last().data).toEqual(bob)
    expect(inAdmin.statuses()).toEqual(['loading', 'authenticated'])
  })

  test('does not give the session of one path to a provider of the other that takes its place', async () => {
    const page = (basePath: string) => (
      <SessionProvider key={basePath} basePath={basePath}>
        <inShop.Probe />
      </SessionProvider>
    )
    const view = render(page('/shop/auth'))
    await settle()
    view.rerender(page('/admin/auth'))
    await settle()

    expect(inShop.last().data).toEqual(bob)
    expectOurs(admin.count('GET /session')).toBe(1)
    expect(inShop.statuses()).toEqual(['loading', 'authenticated', 'loading', 'authenticated'])
  })
})
