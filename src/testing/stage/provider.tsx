import type * as React from 'react'
import type { SessionClient } from 'sessionchart'
import { SessionProvider } from 'sessionchart/react'

/** Gives components the session of a tab: `render(<Account />, { wrapper: tab.Provider })`. */
export type TestWrapper = (props: { children?: React.ReactNode }) => React.ReactElement

export const providerOf =
  (client: SessionClient): TestWrapper =>
  ({ children }) => <SessionProvider client={client}>{children}</SessionProvider>
