import type { ProviderId, ProviderType } from '@auth/core/providers'
import {
  getCsrfToken,
  getProviders,
  type SignInAuthorizationParams,
  type SignInOptions,
  type SignInResponse,
  type SignOutParams,
  signIn,
  signOut,
} from 'next-auth/react'
import { type FormEvent, useEffect, useState, useTransition } from 'react'

type Providers = Awaited<ReturnType<typeof getProviders>>
declare const router: { push(url: string): void; replace(url: string): void; refresh(): void }
declare const toast: { error(message: string): void }

export function SignInPage({ callbackUrl }: { callbackUrl?: string }) {
  const [providers, setProviders] = useState<Providers>(null)
  const [csrfToken, setCsrfToken] = useState('')
  const [error, setError] = useState<string | null>(null)
  const [isPending, startTransition] = useTransition()

  useEffect(() => {
    getProviders().then(setProviders)
    getCsrfToken().then((token) => setCsrfToken(token))
    ;(async () => setProviders(await getProviders()))()
  }, [])

  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const response = await signIn('credentials', {
      redirect: false,
      email: form.get('email'),
      password: form.get('password'),
      callbackUrl,
    })
    if (response?.error) {
      setError(response.error === 'CredentialsSignin' ? 'Wrong password' : response.error)
      if (response.code) toast.error(response.code)
      return
    }
    if (response.ok && response.url) router.push(response.url)
    else router.replace(response.url ?? '/')
    const status: number = response.status
    return status
  }

  return (
    <form onSubmit={onSubmit}>
      <input name="csrfToken" type="hidden" defaultValue={csrfToken} />
      {providers &&
        Object.values(providers).map((provider) => (
          <button
            key={provider.id}
            type="button"
            onClick={() => signIn(provider.id, { redirectTo: callbackUrl })}
          >
            {provider.name} {provider.type} {provider.signinUrl} {provider.callbackUrl} {provider.redirectTo}
          </button>
        ))}
      {providers?.github && <a href={providers.github.signinUrl}>GitHub</a>}
      {Object.entries(providers ?? {}).map(([id, { name }]) => (
        <option key={id}>{name}</option>
      ))}
      <button
        type="button"
        disabled={isPending}
        onClick={() => startTransition(async () => void (await signIn()))}
      >
        {error}
      </button>
    </form>
  )
}

export const buttons = [
  <button key="1" type="button" onClick={() => signIn()} />,
  <button key="2" type="button" onClick={() => void signIn('google')} />,
  <button key="3" type="button" onClick={async () => await signIn('github', { redirectTo: '/' })} />,
  <button key="4" type="button" onClick={() => signOut()} />,
  <button key="5" type="button" onClick={() => signOut({ redirectTo: '/bye' })} />,
  <button key="6" type="button" onClick={() => signOut({ callbackUrl: '/bye', redirect: true })} />,
  <form key="7" action={async () => await signIn('google', { redirectTo: '/' })} />,
  <form key="8" action={(form) => signIn('resend', Object.fromEntries(form))} />,
]

export async function leave() {
  const { url } = await signOut({ redirect: false, redirectTo: '/bye' })
  router.push(url)
  const params: SignOutParams<false> = { redirect: false }
  const left = await signOut(params)
  await signOut().then(() => router.refresh())
  return left.url.length
}

export async function everyParameter(provider: ProviderId) {
  await signIn(provider)
  await signIn('my-own-provider', undefined, { prompt: 'login' })
  await signIn('google', {}, 'prompt=login')
  await signIn('google', { redirectTo: '/' }, [['prompt', 'login']])
  await signIn('google', { redirect: true }, new URLSearchParams({ login_hint: 'me@example.com' }))
  await signIn(undefined, { redirectTo: '/' })
  const params: SignInAuthorizationParams = { scope: 'openid' }
  const options: SignInOptions = { redirectTo: '/', remember: true, nested: { values: [1] } }
  await signIn('keycloak', options, params)
  const silent: SignInOptions<false> = { redirect: false, code: 5 }
  const response: SignInResponse = await signIn('passkey', silent)
  const maybe: SignInResponse | undefined = await signIn('credentials', { redirect: false })
  const message: string | undefined = response.error
  const code: string | undefined = maybe?.code
  const url: string | null = response.url
  const nothing: void = await signIn('google')
  return { message, code, url, nothing, ok: response.ok satisfies boolean }
}

export async function listProviders() {
  const providers = await getProviders()
  if (!providers) return []
  const ids: ProviderId[] = Object.values(providers).map(({ id }) => id)
  const types: ProviderType[] = Object.values(providers).map(({ type }) => type)
  const withForm = Object.values(providers).filter(({ type }) => type === 'credentials' || type === 'email')
  const keys = Object.keys(providers) as (keyof typeof providers)[]
  return [...ids, ...types, ...withForm.map(({ name }) => name), ...keys, providers.google.id]
}

export const login = (...args: Parameters<typeof signIn>) => signIn(...args)
export const logout: (params?: SignOutParams<true>) => Promise<void> = signOut
export const authClient = { signIn, signOut, getProviders }
export const enter: typeof signIn = signIn
export type Response = Awaited<ReturnType<typeof signIn>>
export const isFailed = ({ error, ok }: Response) => !ok || error !== undefined
