import * as nextAuth from 'next-auth-v4/react'
import type { CreateLibrary } from './library'
import { likeNextAuth } from './like-next-auth'

export const createLibrary: CreateLibrary = () => likeNextAuth(nextAuth, hearOtherTab)

/** Nothing else makes it read at once. */
function hearOtherTab() {
  const newValue = JSON.stringify({ event: 'session', data: { trigger: 'getSession' } })
  window.dispatchEvent(new StorageEvent('storage', { key: 'nextauth.message', newValue }))
}
