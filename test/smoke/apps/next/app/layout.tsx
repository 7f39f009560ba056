import type { ReactNode } from 'react'
import { SessionProvider } from 'sessionchart/react'
import { auth } from '../auth'

export const metadata = { title: 'Next', icons: { icon: 'data:,' } }

export default async function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <SessionProvider session={await auth()}>{children}</SessionProvider>
      </body>
    </html>
  )
}
