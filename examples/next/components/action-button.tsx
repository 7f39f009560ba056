'use client'

import { useRouter } from 'next/navigation'
import type { ReactNode } from 'react'

interface ActionButtonProps {
  /** A server action that signs out. */
  action: () => Promise<void>
  children: ReactNode
}

export function ActionButton({ action, children }: ActionButtonProps) {
  const { refresh } = useRouter()

  async function send() {
    await action()
    // As in `ActionForm`.
    refresh()
  }

  return (
    <form action={send}>
      <button type="submit">{children}</button>
    </form>
  )
}
