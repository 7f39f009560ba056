import { setTimeout as wait } from 'node:timers/promises'

const QUIET_MS = 300
/** What Next fetches ahead for the links of a page. It drops some of it half-way, and the browser tells of no end. */
const isAhead = (request) => {
  const headers = request.headers()
  return 'next-router-prefetch' in headers || 'purpose' in headers
}

/** Notes what a page asks for. */
export function watchRequests(page) {
  const pending = new Set()
  let asked = []
  let changedAt = 0
  const note = () => {
    changedAt = performance.now()
  }
  page.on('request', (request) => {
    if (request.isNavigationRequest()) {
      asked = []
      pending.clear()
    }
    asked.push(`${request.method()} ${new URL(request.url()).pathname}`)
    if (isAhead(request)) return
    pending.add(request)
    note()
  })
  for (const end of ['requestfinished', 'requestfailed']) {
    page.on(end, (request) => {
      if (pending.delete(request)) note()
    })
  }

  return {
    /** What was asked for since the document was. */
    all: () => asked,
    /** Waits until the page has had all answers for a while. */
    async settle() {
      while (pending.size > 0 || performance.now() - changedAt < QUIET_MS) await wait(50)
    },
  }
}
