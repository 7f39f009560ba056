import * as nextAuth from 'next-auth/react'
import type { CreateLibrary } from './library'
import { likeNextAuth } from './like-next-auth'

export const createLibrary: CreateLibrary = () =>
  likeNextAuth(nextAuth, () => nextAuth.__NEXTAUTH._getSession({ event: 'storage' }))
