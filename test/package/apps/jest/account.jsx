import { signIn, signOut, useSession } from 'sessionchart/react'

export function Account() {
  const { data, status } = useSession()
  if (status === 'loading') return <p>One moment</p>
  if (status === 'unauthenticated')
    return (
      <button type="button" onClick={() => signIn('github')}>
        Sign in
      </button>
    )
  return (
    <button type="button" onClick={() => signOut({ redirect: false })}>
      Sign out {data.user.name}
    </button>
  )
}
