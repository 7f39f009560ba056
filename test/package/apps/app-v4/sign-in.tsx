import type { GetServerSideProps, GetServerSidePropsContext, InferGetServerSidePropsType } from 'next'
import type { BuiltInProviderType, ProviderType, RedirectableProviderType } from 'next-auth/providers/index'
import {
  type ClientSafeProvider,
  getCsrfToken,
  getProviders,
  getSession,
  type LiteralUnion,
  type SignInAuthorizationParams,
  type SignInOptions,
  type SignInResponse,
  type SignOutParams,
  type SignOutResponse,
  signIn,
  signOut,
} from 'next-auth/react'
import { type FormEvent, useEffect, useState } from 'react'

type Providers = Record<LiteralUnion<BuiltInProviderType, string>, ClientSafeProvider> | null
declare const router: { push(url: string): void; query: { callbackUrl?: string } }

export async function getServerSideProps(context: GetServerSidePropsContext) {
  const session = await getSession({ req: context.req })
  if (session) return { redirect: { destination: '/', permanent: false } }
  return {
    props: { providers: await getProviders(), csrfToken: (await getCsrfToken(context)) ?? null },
  }
}

export const guarded: GetServerSideProps<{ csrfToken: string | undefined }> = async (context) => {
  const session = await getSession(context)
  if (!session) return { redirect: { destination: `/sign-in?to=${context.resolvedUrl}`, permanent: false } }
  return { props: { csrfToken: await getCsrfToken({ req: context.req }), role: session.user.role } }
}

export default function SignIn({
  providers,
  csrfToken,
}: InferGetServerSidePropsType<typeof getServerSideProps>) {
  return (
    <>
      <form method="post" action="/api/auth/callback/credentials">
        <input name="csrfToken" type="hidden" defaultValue={csrfToken ?? undefined} />
      </form>
      {Object.values(providers ?? {}).map((provider) => (
        <button key={provider.name} type="button" onClick={() => signIn(provider.id)}>
          Sign in with {provider.name} {provider.signinUrl} {provider.callbackUrl}
        </button>
      ))}
      {providers?.github.name}
      {providers && <a href={providers.google.signinUrl}>{providers['my-own']?.id}</a>}
    </>
  )
}

export function Form() {
  const [providers, setProviders] = useState<Providers>(null)
  const [csrfToken, setCsrfToken] = useState<string | undefined>()
  const [error, setError] = useState<string | null>(null)

  useEffect(() => {
    const load = async () => {
      setProviders(await getProviders())
      setCsrfToken(await getCsrfToken())
    }
    load()
    getProviders().then((found) => setProviders(found))
  }, [])

  async function onSubmit(event: FormEvent) {
    event.preventDefault()
    const response = await signIn<'credentials'>('credentials', {
      redirect: false,
      username: 'ada',
      password: 'secret',
      callbackUrl: router.query.callbackUrl,
    })
    if (!response) return
    if (response.error) setError(response.error)
    else if (response.ok && response.url) router.push(response.url)
    const all: SignInResponse = response
    return all.status
  }

  const types: ProviderType[] = Object.values(providers ?? {}).map(({ type }) => type)
  const ids: LiteralUnion<BuiltInProviderType>[] = Object.values(providers ?? {}).map(({ id }) => id)
  return (
    <form onSubmit={onSubmit}>
      {csrfToken} {error} {types} {ids}
    </form>
  )
}

export const buttons = [
  <button key="1" type="button" onClick={() => signIn()} />,
  <button key="2" type="button" onClick={() => signIn('github')} />,
  <button key="3" type="button" onClick={() => signIn('google', { callbackUrl: '/home' })} />,
  <button key="4" type="button" onClick={() => signOut()} />,
  <button key="5" type="button" onClick={() => signOut({ callbackUrl: `${location.origin}/bye` })} />,
  <button key="6" type="button" onClick={() => void signOut({ redirect: true, callbackUrl: '/bye' })} />,
]

export async function leave() {
  const data = await signOut({ redirect: false, callbackUrl: '/bye' })
  router.push(data.url)
  const nothing: undefined = await signOut()
  const params: SignOutParams<false> = { redirect: false }
  const left: SignOutResponse = await signOut(params)
  return [nothing, left.url]
}

export async function everyParameter(provider: BuiltInProviderType, kind: RedirectableProviderType) {
  await signIn(provider)
  await signIn('my-own-provider', undefined, { prompt: 'login' })
  await signIn('google', {}, 'prompt=login')
  await signIn('google', { callbackUrl: '/' }, [['prompt', 'login']])
  await signIn('google', { redirect: true }, new URLSearchParams({ login_hint: 'me@example.com' }))
  await signIn(undefined, { callbackUrl: '/' })
  const params: SignInAuthorizationParams = { scope: 'openid' }
  const options: SignInOptions = { callbackUrl: '/', redirect: false, remember: true }
  const nothing = await signIn('keycloak', options, params)
  const mail = await signIn<'email'>('email', { email: 'ada@example.com', redirect: false })
  const either = await signIn<RedirectableProviderType>(kind, { redirect: false })
  const message: string | null | undefined = mail?.error
  const url: string | null | undefined = either?.url
  return { nothing, message, url, ok: mail?.ok satisfies boolean | undefined }
}

export const login = (...args: Parameters<typeof signIn>) => signIn(...args)
export const logout = (callbackUrl?: string) => signOut({ callbackUrl })
export const authClient = { signIn, signOut, getProviders }
export const enter: typeof signIn = signIn
