import type { Cookies } from './cookies'
import type { TestProvider } from './providers'
import type { Reply } from './reply'
import type { Asked } from './request'
import type { Sessions } from './sessions'
import type { settingsOf } from './settings'

/** What both versions of the server know. */
export interface Server extends ReturnType<typeof settingsOf> {
  /** Asks the app whether somebody may sign in. It may say no, or where to go instead. */
  allows(params: object): Promise<unknown>
  cookies: Cookies
  sessions: Sessions
}

/** Answers a request as one version does. */
export type Answer = (asked: Asked, server: Server) => Promise<Reply>

export function findProvider({ providers }: Server, id: string | undefined): TestProvider | undefined {
  return providers.find((provider) => provider.id === id)
}

/** Whether somebody could be sent a link there. */
export const isEmail = (value: unknown): value is string =>
  typeof value === 'string' && /^[^@"]+@[^@"]+$/.test(value.trim())

export const verifyRequestUrl = ({ base }: Asked, { id, type }: TestProvider) =>
  `${base}/verify-request?${new URLSearchParams({ provider: id, type })}`

/** What a page that says what went wrong is answered with. */
export const errorStatus = (error: string | undefined) =>
  ({ configuration: 500, accessdenied: 403, verification: 403 })[error?.toLowerCase() ?? ''] ?? 200
