import { authPath } from './auth-path'
import { log, newId, type RequestEntry, type RequestState } from './log'

/** Notes every request for the Auth.js endpoints. Both libraries take the global `fetch`, so this sees both alike. */
export function watchRequests(): void {
  const send = window.fetch.bind(window)
  window.fetch = async (input, init) => {
    const path = new URL(input instanceof Request ? input.url : input, location.href).pathname
    if (!path.startsWith(authPath)) return send(input, init)

    const what = `${(init?.method ?? 'GET').toUpperCase()} ${path.slice(authPath.length)}`
    const asked: RequestEntry = {
      type: 'request',
      id: newId(),
      at: Date.now(),
      what,
      endedAt: null,
      outcome: 'no answer yet',
      state: 'out',
    }
    const end = (state: RequestState, outcome: string) =>
      log.replace(asked, { ...asked, endedAt: Date.now(), outcome, state })
    log.add(asked)
    try {
      const response = await send(input, init)
      end(response.ok ? 'good' : 'failed', String(response.status))
      return response
    } catch (error) {
      if (!init?.signal?.aborted) end('failed', 'no connection')
      else if (init.signal.reason?.code === 'timeout') end('failed', 'timed out')
      else end('taken back', 'taken back')
      throw error
    }
  }
}
