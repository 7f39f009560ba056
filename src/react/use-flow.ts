import * as React from 'react'
import { type SessionClient, SessionError } from 'sessionchart/client'
import { getSessionClient } from './current-client'
import { useProvided } from './use-provided'

/** How far a sign-in or sign-out has come. */
export type FlowProgress = 'idle' | 'running' | 'leaving'

interface Result {
  type: string
  error?: SessionError
}

export interface FlowForm<Outcome> {
  /** `running` until there is an answer; `leaving` when the browser goes elsewhere. */
  progress: FlowProgress
  /** Something is under way: the time to disable the button. */
  isPending: boolean
  /** Why the last attempt came to nothing. */
  error: SessionError | null
  /** What the last attempt came to. */
  result: Outcome | null
  /** Forgets the last attempt. */
  reset(): void
}

interface Flow<Outcome> {
  client: SessionClient
  form: FlowForm<Outcome>
  /** Runs an attempt and keeps what it came to. */
  attempt(run: () => Promise<{ result?: Outcome } | undefined>): Promise<Outcome | null>
}

/** Follows the attempts that one form makes at a sign-in or sign-out. How far one has come, the chart knows. */
export function useFlow<Outcome extends Result>(tag: 'signing-in' | 'signing-out'): Flow<Outcome> {
  const { provided } = useProvided()
  const client = provided?.client ?? getSessionClient()
  const progress = React.useSyncExternalStore<FlowProgress>(
    client.watch,
    () => (client.hasTag(tag) ? 'running' : client.hasTag('leaving') ? 'leaving' : 'idle'),
    () => 'idle',
  )
  const [result, setResult] = React.useState<Outcome | null>(null)
  const reset = React.useCallback(() => setResult(null), [])

  const attempt = React.useCallback(async (run: () => Promise<{ result?: Outcome } | undefined>) => {
    setResult(null)
    const outcome = await run().then(
      (response) => response?.result ?? null,
      // With `redirect: true` there is no response to carry the error.
      (error) => {
        if (error instanceof SessionError) return { type: 'failed', error } as unknown as Outcome
        throw error
      },
    )
    setResult(outcome)
    return outcome
  }, [])

  const isPending = progress !== 'idle'
  return { client, form: { progress, isPending, error: result?.error ?? null, result, reset }, attempt }
}
