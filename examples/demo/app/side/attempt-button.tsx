import type { ButtonHTMLAttributes } from 'react'

interface AttemptButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** What is under way in this form, if anything. */
  pending: string | null
  /** What this button sets going, and what it says meanwhile. */
  name: string
  doing: string
}

/** A button that says that it has been heard. It is not `disabled`, which would take the focus away from it. */
export function AttemptButton({ pending, name, doing, children, ...rest }: AttemptButtonProps) {
  return (
    <button aria-disabled={pending !== null} {...rest}>
      {pending === name ? `${doing} …` : children}
    </button>
  )
}
