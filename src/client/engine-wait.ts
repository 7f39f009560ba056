import type { SessionError } from '../session-error'

// A file that a server lacks now, it may have in a moment, as in the middle of a deployment.
const PAUSE_MS = 10_000

interface EngineWaitOptions {
  load(): Promise<unknown>
  /** Whether there is still something for it to do. */
  isWanted(): boolean
  after(milliseconds: number, callback: () => void): () => void
  onReady(): void
  /** It cannot be loaded. It is tried again after a pause, for as long as it is wanted. */
  onLack(error: SessionError): void
}

/** Waits for an engine that is loaded late. */
export interface EngineWait {
  begin(): void
  /** Nobody wants it any more. */
  end(): void
}

export function createEngineWait({ load, isWanted, after, onReady, onLack }: EngineWaitOptions): EngineWait {
  let isWaiting = false
  let disarm = () => {}
  const begin = () => {
    if (isWaiting) return
    isWaiting = true
    disarm()
    load().then(
      () => {
        isWaiting = false
        if (isWanted()) onReady()
      },
      (error) => {
        isWaiting = false
        if (!isWanted()) return
        disarm = after(PAUSE_MS, begin)
        onLack(error)
      },
    )
  }
  return { begin, end: () => disarm() }
}
