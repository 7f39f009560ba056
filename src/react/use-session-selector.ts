import type { SessionState } from 'sessionchart/client'
import { useSelected } from './use-selected'

/**
 * Gives what the selector picks from the state, and renders when that changes.
 *
 * @param isEqual compares the last pick with the next; default `Object.is`
 * @throws Error outside a provider.
 *
 * @example
 * ```tsx
 * const isOld = useSessionSelector((state) => state.isStale)
 * ```
 */
export function useSessionSelector<T>(
  selector: (state: SessionState) => T,
  isEqual: (previous: T, next: T) => boolean = Object.is,
): T {
  return useSelected(selector, isEqual)
}
