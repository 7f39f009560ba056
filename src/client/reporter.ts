import type { SessionError } from '../session-error'
import type { SessionClientOptions } from './options'

/** Tells the app what happens. What the app's own functions throw is reported and stops nothing. */
export interface Reporter {
  /** Calls something of the app's. */
  call<Args extends unknown[]>(callback: ((...args: Args) => unknown) | undefined, ...args: Args): void
  /** A request has failed. The log gets the first of a row only; `onError` gets all. */
  failed(error: SessionError, isFirst?: boolean): void
  /** Something went wrong that should not. */
  fault(error: unknown): void
}

type Options = Pick<SessionClientOptions<never>, 'logger' | 'onError'>

export function createReporter(options: () => Options): Reporter {
  const guard = (call: () => void, otherwise: (thrown: unknown) => void) => {
    try {
      call()
    } catch (thrown) {
      otherwise(thrown)
    }
  }
  const fault = (error: unknown) =>
    guard(
      () => (options().logger ?? console).error(error),
      // The logger has failed: there is nobody left to tell but the console.
      (thrown) => console.error(error, thrown),
    )
  const call: Reporter['call'] = (callback, ...args) => guard(() => callback?.(...args), fault)
  return {
    call,
    fault,
    failed(error, isFirst = true) {
      const { onError } = options()
      if (onError) call(onError, error)
      else if (isFirst) fault(error)
    },
  }
}
