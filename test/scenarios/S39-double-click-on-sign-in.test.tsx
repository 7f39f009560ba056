// @vitest-environment jsdom
import { fireEvent, type RenderResult } from '@testing-library/react'
import { signIn, useSignIn } from 'sessionchart/react'
import { expect, test, vi } from 'vitest'
import { renderApp } from '../support/app'
import { fakeLocation } from '../support/browser'
import { expectOurs, onlyOurs } from '../support/compared'
import { startServer } from '../support/fake-server'
import { PASSWORD } from '../support/people'
import { describeEachReactMode } from '../support/react-modes'
import { passTime, SECOND, settle } from '../support/time'

const POST = 'POST /callback/credentials'
const credentials = { redirect: false as const, username: 'bob', password: PASSWORD }

interface ButtonProps {
  onResult(result: unknown): void
}

const CredentialsButton = ({ onResult }: ButtonProps) => (
  <button type="button" onClick={() => void signIn('credentials', credentials).then(onResult)}>
    sign in
  </button>
)

const HookButton = ({ onResult }: ButtonProps) => {
  const form = useSignIn()
  return (
    <button type="button" onClick={() => void form.signIn('credentials', credentials).then(onResult)}>
      sign in
    </button>
  )
}

const GithubButton = () => (
  <button type="button" onClick={() => void signIn('github', { redirectTo: '/home' })}>
    sign in
  </button>
)

function doubleClick(view: RenderResult) {
  const button = view.getByRole('button')
  fireEvent.click(button)
  fireEvent.click(button)
  fireEvent.dblClick(button)
}

describeEachReactMode(() => {
  test('posts once for a double click, and both clicks get the answer', async () => {
    const server = startServer()
    const onResult = vi.fn()
    const app = renderApp({ session: null }, <CredentialsButton onResult={onResult} />)

    doubleClick(app.view)
    await settle()

    expect(server.count(POST)).toBe(1)
    expectOurs(server.routes()).toEqual(['GET /providers', 'GET /csrf', POST, 'GET /session'])
    expect(onResult).toHaveBeenCalledTimes(2)
    for (const [response] of onResult.mock.calls) expect(response).toMatchObject({ ok: true })
    expect(app.last().data).toHaveProperty('user.name', 'bob')
  })

  test('posts once when the second click comes while the post is out', async () => {
    const server = startServer()
    const held = server.hold(POST)
    const onResult = vi.fn()
    const app = renderApp({ session: null }, <CredentialsButton onResult={onResult} />)

    fireEvent.click(app.view.getByRole('button'))
    await settle()
    expect(held.request).toBeDefined()
    fireEvent.click(app.view.getByRole('button'))
    await settle()
    held.answer(() => {
      server.session = { user: { name: 'bob', email: 'bob@example.com' }, expires: '2099-01-01' }
      return Response.json({ url: '/' })
    })
    await settle()

    expect(server.count(POST)).toBe(1)
    expect(onResult).toHaveBeenCalledTimes(2)
  })

  test('posts once for a double click on a form with useSignIn', async () => {
    const server = startServer()
    const onResult = vi.fn()
    const app = renderApp({ session: null }, <HookButton onResult={onResult} />)

    doubleClick(app.view)
    await settle()

    expect(server.count(POST)).toBe(1)
    expect(onResult.mock.calls).toEqual([[{ type: 'signed-in' }], [{ type: 'signed-in' }]])
  })

  test('posts once and leaves once for a double click on a provider that redirects', async () => {
    const location = fakeLocation()
    const server = startServer()
    const app = renderApp({ session: null }, <GithubButton />)

    doubleClick(app.view)
    await passTime(SECOND)
    fireEvent.click(app.view.getByRole('button'))
    await passTime(SECOND)

    expect(server.count('POST /signin/github')).toBe(1)
    expect(location.visited).toEqual(['https://github.com/login'])
  })

  test('posts again for a click after the first sign-in has ended', async () => {
    const server = startServer()
    const app = renderApp({ session: null }, <CredentialsButton onResult={() => {}} />)

    fireEvent.click(app.view.getByRole('button'))
    await settle()
    fireEvent.click(app.view.getByRole('button'))
    await settle()

    expect(server.count(POST)).toBe(2)
  })

  test('does not join a sign-in with another password, and says that it is busy', async () => {
    onlyOurs('the error "busy"')
    const server = startServer()
    renderApp({ session: null })

    const first = signIn('credentials', credentials)
    const other = signIn('credentials', { ...credentials, password: 'wrong' })
    await settle()

    await expect(first).resolves.toMatchObject({ ok: true })
    await expect(other).resolves.toMatchObject({ ok: false, error: 'busy' })
    expect(server.count(POST)).toBe(1)
  })
})
