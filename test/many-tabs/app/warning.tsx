import { useEffect } from 'react'
import { getSessionClient, useSessionExpiry } from 'sessionchart/react'

/** Whether the session is about to end, with each of its changes. */
const warned: boolean[] = []
Object.assign(window, { warned, refetch: () => getSessionClient().refetch() })

export function Warning() {
  const { isExpiring } = useSessionExpiry()
  useEffect(() => {
    warned.push(isExpiring)
  }, [isExpiring])
  return null
}
