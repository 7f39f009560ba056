'use client'

import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { SessionProvider } from 'sessionchart/react'

/** The server hands nothing over. Instead each change of the path is a reason to read the session. */
export function SessionByPath({ children }: { children: ReactNode }) {
  return <SessionProvider refetchKey={usePathname()}>{children}</SessionProvider>
}
