import type { OperationLogic } from 'sessionchart/machines/session'
import type { FlowKit, Flows } from '../flows/flow-kit'
import { toSessionError } from '../session-error'

/**
 * Sign-in and sign-out, loaded apart from the rest: a page that shows a session needs neither. They come right
 * after the start of a client, so that nobody waits for them at the click, nor misses them after a deployment.
 */
export interface LateFlows {
  /**
   * @throws SessionError `network` when they cannot be loaded. The next call tries again.
   */
  load(): Promise<Flows>
  /** The loaded ones. */
  get(): Flows
}

export function createLateFlows(kit: FlowKit): LateFlows {
  let flows: Flows | null = null
  let loading: Promise<Flows> | null = null

  async function load(): Promise<Flows> {
    try {
      const { createFlows } = await import('sessionchart/flows')
      flows = createFlows(kit)
      return flows
    } catch (thrown) {
      loading = null
      throw toSessionError(thrown)
    }
  }

  return {
    load() {
      loading ??= load()
      return loading
    },
    get() {
      if (!flows) throw new Error('sessionchart: a flow has started before it was loaded.')
      return flows
    },
  }
}

/** Stands for actor logic that is there by the time it runs. */
export function lateLogic<Logic extends OperationLogic<never, unknown>>(get: () => Logic): Logic {
  const logic: Pick<Logic, 'transition' | 'getInitialSnapshot' | 'getPersistedSnapshot' | 'start'> = {
    getInitialSnapshot: (...args) => get().getInitialSnapshot(...args),
    transition: (...args) => get().transition(...args),
    getPersistedSnapshot: (...args) => get().getPersistedSnapshot(...args),
    start: (...args) => get().start?.(...args),
  }
  return logic as Logic
}
