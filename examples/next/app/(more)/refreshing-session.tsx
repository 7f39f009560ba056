'use client'

import { useRouter } from 'next/navigation'
import type { ReactNode } from 'react'
import { type Session, SessionProvider } from 'sessionchart/react'

interface RefreshingSessionProps {
  session: Session | null
  children: ReactNode
}

/** When the browser signs in or out, Server Components are rendered anew. */
export function RefreshingSession({ session, children }: RefreshingSessionProps) {
  const { refresh } = useRouter()
  return (
    <SessionProvider onSessionChange={() => refresh()} session={session}>
      {children}
    </SessionProvider>
  )
}
