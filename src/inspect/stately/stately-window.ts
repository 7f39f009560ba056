/** Where the inspector is shown. */
export interface StatelyPlace {
  url?: string | undefined
  window?: Window | undefined
  iframe?: HTMLIFrameElement | null | undefined
}

type Library = typeof import('@statelyai/inspect')
type BrowserInspector = ReturnType<Library['createBrowserInspector']>

/** The page with the inspector, in a window of its own or in an element of the app. */
export interface StatelyWindow extends Pick<BrowserInspector, 'inspect'> {
  /**
   * Brings it to the front. `true`: it was closed and is loaded anew.
   *
   * @throws Error when the browser opens no window.
   */
  show(): boolean
  close(): void
}

// By which the library finds its window again.
const NAME = 'xstateinspector'
// The library cuts off what is deeper or longer: by default, ten, at which half of a chart is missing.
const DEEPEST = 100
/** Room for the beginnings of those that run at the same time. */
const MOST_ACTORS = 100

/**
 * Loads the library and opens the page.
 *
 * @throws Error when the library is not installed, there is no window, or the browser opens none.
 */
export async function openStately(place: StatelyPlace, limit: number): Promise<StatelyWindow> {
  // In the click itself: after a while some browsers open nothing any more.
  const early = place.iframe ? undefined : place.window?.open('', NAME)
  if (early === null) throw blocked()
  const { createBrowserInspector } = await load().catch((error) => {
    early?.close()
    throw error
  })
  const { url, ...where } = place
  const inspector = createBrowserInspector({
    ...where,
    ...(url !== undefined && { url }),
    maxDeferredEvents: limit + MOST_ACTORS,
    serializationDepthLimit: DEEPEST,
  })
  // On a server the library gives something else.
  if (!('inspect' in inspector)) throw new Error('sessionchart: there is no window to inspect from.')
  if (!place.iframe && !inspector.adapter.targetWindow) throw blocked()
  return windowOf(inspector)
}

async function load(): Promise<Library> {
  // The `try` tells bundlers that it may be missing.
  try {
    return await import('@statelyai/inspect')
  } catch (cause) {
    const hint = 'npm install --save-dev @statelyai/inspect'
    throw new Error(`sessionchart: the Stately inspector needs a package that is not there: ${hint}`, {
      cause,
    })
  }
}

function windowOf({ inspect, adapter, stop }: BrowserInspector): StatelyWindow {
  const { iframe, url, window } = adapter.options
  const isOpen = () => adapter.targetWindow !== null && !adapter.targetWindow.closed
  return {
    inspect,
    show() {
      if (iframe) iframe.setAttribute('src', String(url))
      else if (isOpen()) {
        adapter.targetWindow?.focus()
        return false
      } else {
        adapter.targetWindow = window.open(String(url), NAME)
        if (!adapter.targetWindow) throw blocked()
      }
      return true
    },
    close() {
      stop()
      if (iframe) iframe.removeAttribute('src')
      else adapter.targetWindow?.close()
    },
  }
}

const blocked = () =>
  new Error('sessionchart: the browser has opened no window. Call open() in a click, and give it `window`.')
