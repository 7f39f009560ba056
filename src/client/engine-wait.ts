import type { SessionError } from '../session-error'

// The network may be back by then. There are browsers that remember a file that they could not load until the page is
// loaded anew; the user may do that.
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
  let current: object | null = null
  let disarm = () => {}

  const begin = () => {
    if (current) return
    const own = {}
    current = own
    disarm()
    /** Ends this wait. Gives whether somebody still waited for it. */
    const finish = () => {
      if (current !== own) return false
      current = null
      return isWanted()
    }
    load().then(
      () => finish() && onReady(),
      (error) => {
        if (!finish()) return
        onLack(error)
        // A listener may have asked again, or a call was the only one to want it.
        if (isWanted() && !current) disarm = after(PAUSE_MS, begin)
      },
    )
  }
  return {
    begin,
    end() {
      current = null
      disarm()
    },
  }
}
