import type { ReactNode } from 'react'
import { SessionProvider } from 'sessionchart/react'
import { auth } from '../../auth'
import { Navigation } from '../../components/navigation'
import { Status } from '../../components/status'
import '../../styles.css'

export const metadata = { title: 'Sessions in Next.js', icons: 'data:,' }

/** The server hands the session over: the first page shows it, without a request and without a flash. */
export default async function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <SessionProvider session={await auth()}>
          <Navigation />
          <Status />
          <main>{children}</main>
        </SessionProvider>
      </body>
    </html>
  )
}
