import { SessionOptionError } from 'sessionchart'
import type { InspectionEvent, Observer } from 'xstate'
import { callAll } from '../call-all'
import { checkLimit, checkOptions } from '../check-options'
import { createMirror } from '../redaction/mirror-event'
import { type Inspect, observing } from '../redaction/redact'
import { createRedactor, type RedactOptions } from '../redaction/redactor'
import { createKeptEvents } from './kept-events'
import { showAll } from './show-all'
import { openStately, type StatelyWindow } from './stately-window'

/** The options of `statelyInspector`. */
export interface StatelyInspectorOptions {
  /** The page that draws the charts: your own, with `createBrowserReceiver`. Default: Stately's. */
  url?: string | undefined
  /**
   * The window of the app. With it the inspector's window opens in the very click; without, when the library is
   * loaded, which some browsers take for a popup and block.
   */
  window?: Window | undefined
  /** Shows the inspector in this element, and opens no window. */
  iframe?: HTMLIFrameElement | null | undefined
  /** What may pass that is replaced otherwise; `false`: everything passes, to whatever page is open there. */
  redact?: RedactOptions | false | undefined
  /** How many events an inspector that comes later gets to see at least, from 1 to 10,000. Default 500. */
  limit?: number | undefined
}

/** An observer for the option `inspect`. It keeps the last events until somebody looks. */
export interface StatelyInspector extends Observer<InspectionEvent> {
  next(event: InspectionEvent): void
  /**
   * Opens the inspector, or brings it to the front again. Call it in a click.
   *
   * @throws Error (rejects) when `@statelyai/inspect` is not installed or the browser opens no window.
   */
  open(): Promise<void>
  /**
   * Shows everything to another inspector of `@statelyai/inspect` as well, one over a WebSocket, say: what was kept,
   * and what comes. Returns the function that ends that.
   */
  connect(inspector: { inspect: Inspect }): () => void
  /** Closes the inspector that was opened. */
  close(): void
}

/**
 * Connects a session to the Stately inspector, which draws the running charts. It loads `@statelyai/inspect`, which
 * the app installs, when it is opened. What is personal is replaced as `redact` does, unless `redact` is `false`.
 *
 * @throws SessionOptionError for options that make no sense.
 *
 * @example
 * ```tsx
 * const stately = statelyInspector({ window: globalThis.window })
 *
 * <SessionProvider inspect={stately}>
 *   <button onClick={() => stately.open()}>Inspect</button>
 * </SessionProvider>
 * // Or to a server of your own:
 * stately.connect(createWebSocketInspector({ url: 'ws://localhost:8080' }))
 * ```
 */
export function statelyInspector(options: StatelyInspectorOptions = {}): StatelyInspector {
  const { redact, url, window, iframe, limit } = checkOptions(options)
  if (url !== undefined && typeof url !== 'string') throw new SessionOptionError('url', url, 'a string')
  const place = { url, window, iframe }
  const mostKept = checkLimit(limit, 'events')
  const mirror = createMirror(redact === false ? showAll : createRedactor(redact))
  // As they came: they are made anew when somebody looks, which takes time and may never be.
  const kept = createKeptEvents(mostKept)
  const observers = new Set<(event: InspectionEvent) => void>()
  let opening: Promise<void> | null = null
  let shown: StatelyWindow | null = null

  function show(observe: (event: InspectionEvent) => void, event: InspectionEvent) {
    const mirrored = mirror(event)
    if (mirrored) observe(mirrored)
  }

  const connect: StatelyInspector['connect'] = ({ inspect }) => {
    const observe = observing(inspect)
    // The same function may be given twice.
    const own = (event: InspectionEvent) => observe(event)
    for (const event of kept.all()) show(own, event)
    observers.add(own)
    return () => observers.delete(own)
  }

  return {
    next(event) {
      kept.keep(event)
      if (observers.size === 0) return
      show((mirrored) => {
        const [fault] = callAll(observers, mirrored)
        if (fault !== undefined) throw fault
      }, event)
    },
    connect,
    async open() {
      if (shown) {
        // It remembers the last events, and knows no actor that is older.
        const begun = shown.show() ? kept.beginnings() : []
        for (const event of begun) show(observing(shown.inspect), event)
        return
      }
      opening ??= openStately(place, mostKept)
        .then((page) => {
          shown = page
          connect(page)
        })
        .finally(() => {
          opening = null
        })
      await opening
    },
    close: () => shown?.close(),
  }
}
