import type { InspectionEvent, Observer } from 'xstate'
import type { Reporter } from '../client/reporter'

/** An observer whose faults are reported and stop nothing. */
export function guardInspector(
  inspect: Observer<InspectionEvent> | ((event: InspectionEvent) => void) | undefined,
  reporter: Reporter,
): Observer<InspectionEvent> | undefined {
  if (!inspect) return undefined
  const observe = typeof inspect === 'function' ? inspect : inspect.next?.bind(inspect)
  let hasFailed = false
  return {
    next(event) {
      try {
        observe?.(event)
      } catch (error) {
        // One that fails, fails at every event.
        if (!hasFailed) reporter.fault(error)
        hasFailed = true
      }
    },
  }
}
