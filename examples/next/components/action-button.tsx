import type { ReactNode } from 'react'

interface ActionButtonProps {
  /** A server action that signs out. */
  action: () => Promise<void>
  children: ReactNode
}

export function ActionButton({ action, children }: ActionButtonProps) {
  return (
    <form action={action}>
      <button type="submit">{children}</button>
    </form>
  )
}
