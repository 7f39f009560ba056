import * as React from 'react'
import { SessionProvider as Provider, type SessionProviderProps } from 'sessionchart/react'

export type { SessionProviderProps }

/** Gives the session to everything inside it, and speaks to the server as next-auth v4 does. */
export function SessionProvider({ compat, ...props }: SessionProviderProps): React.ReactElement {
  const dialect = compat?.dialect ?? 'v4'
  const own = React.useMemo(() => ({ ...compat, dialect }), [compat, dialect])
  return <Provider {...props} {...(props.client ? {} : { compat: own })} />
}
