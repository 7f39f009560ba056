import { useSession } from 'sessionchart/react'

export function Hello(): string {
  const { data } = useSession()
  // @ts-expect-error nobody has said that there is one
  data?.user?.role
  return data?.user?.name ?? data?.user?.email ?? data?.expires ?? 'nobody'
}
