import { checkOptions } from './check-options'
import type { AuthServerOptions } from './options'
import { credentialsProvider } from './providers'
import { authorizeAmong } from './users'

const THIRTY_DAYS = 2_592_000

/**
 * The options, checked and with what they leave out.
 *
 * @throws SessionOptionError naming the option and the value.
 */
export function settingsOf(options: AuthServerOptions) {
  checkOptions(options)
  const { version = 'v5', basePath = '/api/auth', users, session = null, callbacks = {} } = options
  const { authorize = authorizeAmong(users ?? []), maxAge = THIRTY_DAYS, providers = [] } = options
  // Not `Date.now` itself: tests replace it.
  const { now = () => Date.now() } = options
  const hasUsers = users || options.authorize || !options.providers
  const isMissing = hasUsers && !providers.some(({ type }) => type === 'credentials')
  return {
    version,
    basePath: basePath.replace(/\/+$/, ''),
    authorize,
    session,
    callbacks,
    maxAge,
    now,
    providers: [...(isMissing ? [credentialsProvider] : []), ...providers],
  }
}
