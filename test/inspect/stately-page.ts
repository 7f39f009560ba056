/** A browser window that opens another, and what is posted there. */
export interface FakeWindow {
  window: Window
  /** What the library has posted, as the page gets it. */
  posted: Array<{ type: string; [name: string]: unknown }>
  /** What was done with windows. */
  done: string[]
  /** The page that was opened is there, and says so as `createBrowserReceiver` does. */
  connect(): void
  /** The user closes the page. */
  leave(): void
  /** From now on the browser opens no window. */
  block(): void
}

export function createFakeWindow(): FakeWindow {
  const target = new EventTarget()
  const posted: FakeWindow['posted'] = []
  const done: string[] = []
  let isBlocked = false
  const page = {
    closed: true,
    // What cannot be copied throws, as in a browser.
    postMessage: (message: FakeWindow['posted'][number]) => posted.push(structuredClone(message)),
    focus: () => done.push('focus'),
    close() {
      page.closed = true
      done.push('close')
    },
  }
  const window = {
    open(url: string) {
      done.push(`open ${url}`)
      if (isBlocked) return null
      page.closed = false
      return page
    },
    addEventListener: target.addEventListener.bind(target),
  }
  return {
    window: window as unknown as Window,
    posted,
    done,
    connect: () =>
      target.dispatchEvent(Object.assign(new Event('message'), { data: { type: '@statelyai.connected' } })),
    leave() {
      page.closed = true
    },
    block() {
      isBlocked = true
    },
  }
}

/** The library hands events on when the browser is idle. */
export const idle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5))
