import type { ReactNode } from 'react'

export type Part = 'name' | 'email'

/** What an app has of a library: the same of each, so that all are measured with the same app. */
export interface Library {
  /** Around the app. */
  provide(app: ReactNode): ReactNode
  /** The hook that apps use. */
  useUser(): { name?: string | null; email?: string | null } | null | undefined
  /** The hook for those who show one field, where there is one. */
  usePart(part: Part): string | null | undefined
  /** One read, as for a tab that hears of a change in another one. */
  refetch(): unknown
  /** Changes the name. */
  update(name: string): unknown
  signOut(): unknown
  /** Nothing is under way. */
  isIdle(): boolean
}

/** Makes it anew, as when the app is loaded, with the session that the server has rendered with. */
export type CreateLibrary = () => Library
