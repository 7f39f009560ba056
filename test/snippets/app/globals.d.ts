/** What the pages take for granted of an app: a reader knows by the name what is meant. */

import type { Session } from 'sessionchart'

declare global {
  /** Components of the app. */
  const App: () => React.ReactNode
  const Account: () => React.ReactNode
  const SignIn: () => React.ReactNode
  const Skeleton: () => React.ReactNode
  /** Somebody who is signed in. */
  const ann: Session
  /** Sends text to where the app collects its errors. */
  function report(text: string): void
}
