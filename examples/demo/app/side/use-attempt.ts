import { useState } from 'react'

/** What a user has asked for: what is under way, and why the last attempt came to nothing. One at a time. */
export function useAttempt<Name extends string>() {
  const [pending, setPending] = useState<Name | null>(null)
  const [failure, setFailure] = useState<string>()

  /** Runs what gives the reason why it failed, if it did. */
  const attempt = async (name: Name, run: () => Promise<string | undefined>) => {
    if (pending) return
    setPending(name)
    setFailure(undefined)
    try {
      setFailure(await run())
    } catch (thrown) {
      setFailure(`Could not ${name}: ${(thrown as Error).message}`)
    }
    setPending(null)
  }
  return { pending, failure, attempt }
}
