import { useSession } from 'sessionchart/react'
import { useSession as useSessionV4 } from 'sessionchart/v4'

export function useRole(): 'admin' | 'reader' | undefined {
  const { data } = useSession()
  // @ts-expect-error nobody has said that there is one
  data?.user.age
  return data?.user.role
}

export function useName(): string | null | undefined {
  return useSessionV4().data?.user.name
}
