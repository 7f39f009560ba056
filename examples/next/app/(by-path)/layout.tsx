import type { ReactNode } from 'react'
import { Navigation } from '../../components/navigation'
import { Status } from '../../components/status'
import { SessionByPath } from './session-by-path'
import '../../styles.css'

export const metadata = { title: 'Sessions in Next.js', icons: 'data:,' }

/** Does not ask who is signed in, so that its pages can be static. */
export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <SessionByPath>
          <Navigation />
          <Status />
          <main>{children}</main>
        </SessionByPath>
      </body>
    </html>
  )
}
