import { log, newId, type RequestEntry } from './log'

/** Notes every request for the Auth.js endpoints. Both libraries take the global `fetch`, so this sees both alike. */
export function watchRequests(): void {
  const send = window.fetch.bind(window)
  window.fetch = async (input, init) => {
    const path = new URL(input instanceof Request ? input.url : input, location.href).pathname
    if (!path.startsWith('/api/auth')) return send(input, init)

    const what = `${(init?.method ?? 'GET').toUpperCase()} ${path.replace('/api/auth', '')}`
    const asked: RequestEntry = {
      type: 'request',
      id: newId(),
      at: Date.now(),
      what,
      endedAt: null,
      outcome: 'no answer yet',
      isGood: true,
    }
    const end = (outcome: string, isGood: boolean) =>
      log.replace(asked, { ...asked, endedAt: Date.now(), outcome, isGood })
    log.add(asked)
    try {
      const response = await send(input, init)
      end(String(response.status), response.ok)
      return response
    } catch (error) {
      // What the library itself takes back is no failure.
      end(init?.signal?.aborted ? 'taken back' : 'no connection', Boolean(init?.signal?.aborted))
      throw error
    }
  }
}
