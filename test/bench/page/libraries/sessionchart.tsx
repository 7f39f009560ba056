import * as sessionchart from 'sessionchart/react'
import type { CreateLibrary } from './library'
import { likeNextAuth } from './like-next-auth'

const { getSessionClient, useSessionSelector } = sessionchart

export const createLibrary: CreateLibrary = () => ({
  ...likeNextAuth(sessionchart, () => getSessionClient().refetch()),
  usePart: (part) => useSessionSelector(({ data }) => data?.user?.[part]),
  isIdle() {
    const client = getSessionClient()
    try {
      return client.isRunning() && client.actor.getSnapshot().matches({ request: 'idle' })
    } catch {
      // There is no actor yet: what runs it is being loaded.
      return false
    }
  },
})
