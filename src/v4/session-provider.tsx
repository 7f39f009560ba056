import * as React from 'react'
import { SessionProvider as Provider, type SessionProviderProps } from 'sessionchart/react'

export type { SessionProviderProps }

/** Gives the session to everything inside it, and speaks to the server as next-auth v4 does. */
export function SessionProvider({ compat, ...props }: SessionProviderProps): React.ReactElement {
  const own = React.useMemo(
    () => (typeof compat === 'string' ? compat : { dialect: 'v4' as const, ...compat }),
    [compat],
  )
  return <Provider {...props} {...(props.client ? {} : { compat: own })} />
}
