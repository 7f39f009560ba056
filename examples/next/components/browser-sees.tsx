'use client'

import { useSession } from 'sessionchart/react'

export function BrowserSees() {
  const { data: session } = useSession()
  return <p>The browser sees {session?.user?.name ?? 'nobody'}.</p>
}
