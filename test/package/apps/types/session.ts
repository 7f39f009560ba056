// What the session is, wherever an app meets it. `AppSession` is what it has to be in this project.
import { createSessionClient, type Session } from 'sessionchart'
import * as react from 'sessionchart/react'
import type { TestSessionProviderProps } from 'sessionchart/testing'
import * as v4 from 'sessionchart/v4'

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
function is<Actual, Expected>(_: Same<Actual, Expected>) {}

type User = AppSession['user']
type Data = AppSession | null

is<Session, AppSession>(true)
is<react.Session, AppSession>(true)
is<v4.Session, AppSession>(true)

export async function free() {
  is<Awaited<ReturnType<typeof react.getSession>>, Data>(true)
  is<Awaited<ReturnType<typeof v4.getSession>>, Data>(true)
  const client = react.getSessionClient()
  is<Awaited<ReturnType<typeof client.getSession>>, Data>(true)
}

export function Page() {
  const { data, status, update } = react.useSession()
  is<typeof data, Data>(true)
  is<Awaited<ReturnType<typeof update>>, Data>(true)
  if (status === 'authenticated') is<typeof data.user, User>(true)

  const required = v4.useSession({ required: true })
  is<typeof required.data, Data>(true)
  if (required.status === 'authenticated') is<typeof required.data.user, User>(true)

  const state = react.useSessionState()
  is<typeof state.data, Data | undefined>(true)
  is<ReturnType<typeof useSelected>, User | undefined>(true)
  is<NonNullable<react.SessionProviderProps['session']>, AppSession>(true)
  is<NonNullable<v4.SessionProviderProps['session']>, AppSession>(true)
  is<NonNullable<TestSessionProviderProps['session']>, AppSession>(true)
  is<react.SessionContextValue<true>['data'], Data>(true)
}

const useSelected = () => react.useSessionSelector((state) => state.data?.user)

const client = createSessionClient()
is<ReturnType<typeof client.getState>['data'], Data | undefined>(true)
const own = createSessionClient<{ user: { own: number } }>()
is<NonNullable<ReturnType<typeof own.getState>['data']>['user'], { own: number }>(true)
v4.signIn('my-own-provider')

// What is `any`, or was not found, would pass every check above. Here each line has to be an error.
type Nothing = { nothing: 'of the kind' }
declare const user: NonNullable<ReturnType<typeof react.useSession>['data']>['user']
declare const userOfV4: NonNullable<ReturnType<typeof v4.useSession>['data']>['user']
declare const userOfState: NonNullable<react.SessionState['data']>['user']
declare const selected: ReturnType<typeof useSelected>
declare const update: react.UpdateSession
declare const props: react.SessionProviderProps
declare const testProps: TestSessionProviderProps
export const errors: Array<Nothing | Promise<Nothing>> = [
  // @ts-expect-error
  user,
  // @ts-expect-error
  userOfV4,
  // @ts-expect-error
  userOfState,
  // @ts-expect-error
  selected,
  // @ts-expect-error
  props.session,
  // @ts-expect-error
  testProps.session,
  // @ts-expect-error
  client.getState().data,
  // @ts-expect-error
  react.getSession(),
  // @ts-expect-error
  v4.getSession(),
  // @ts-expect-error
  update(),
  // @ts-expect-error
  react.getProviders(),
  // @ts-expect-error
  v4.getProviders(),
]
// @ts-expect-error
react.signIn(5)
// @ts-expect-error
v4.signIn(5)
