import type { ReactNode } from 'react'
import { auth } from '../../auth'
import { Navigation } from '../../components/navigation'
import { Status } from '../../components/status'
import { RefreshingSession } from './refreshing-session'
import '../../styles.css'

export const metadata = { title: 'Sessions in Next.js', icons: 'data:,' }

/** As in a stock app, and Server Components hear of it when the browser signs in or out. */
export default async function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <RefreshingSession session={await auth()}>
          <Navigation />
          <Status />
          <main>{children}</main>
        </RefreshingSession>
      </body>
    </html>
  )
}
