import { PassThrough } from 'node:stream'
import type { ReactNode } from 'react'
import { renderToPipeableStream } from 'react-dom/server'
import { vi } from 'vitest'
import type { Library } from './app'
import { settle } from './time'

export interface ServerPage {
  /** Puts what the server sends at once into the page. Gives the element that holds it. */
  show(): HTMLElement
  /** The same for the parts that were late, after what they wait for. */
  showTheRest(finish: () => void): Promise<void>
}

/** Runs something where nothing says "browser". */
async function onServer<T>(run: () => Promise<T>): Promise<T> {
  const browser = { window: globalThis.window, document: globalThis.document }
  vi.stubGlobal('window', undefined)
  vi.stubGlobal('document', undefined)
  try {
    return await run()
  } finally {
    vi.stubGlobal('window', browser.window)
    vi.stubGlobal('document', browser.document)
  }
}

/** Loads the library a second time, as the server does: one React context cannot serve two renderers. */
export function loadOnServer(): Promise<Library> {
  vi.resetModules()
  return onServer(() => import('sessionchart/react'))
}

/** Renders a page whose outermost element is one element, and streams it. */
export async function renderOnServer(page: ReactNode): Promise<ServerPage> {
  const out = new PassThrough()
  let html = ''
  out.on('data', (chunk) => {
    html += String(chunk)
  })
  const ended = new Promise<void>((resolve) => out.on('end', resolve))
  await onServer(async () => {
    await new Promise<void>((resolve, reject) => {
      const { pipe } = renderToPipeableStream(page, {
        onShellReady() {
          pipe(out)
          resolve()
        },
        onError: reject,
      })
    })
    await settle()
  })

  const shell = html
  return {
    show() {
      // A page that has been received for good has no late parts: React would give up on them.
      vi.spyOn(document, 'readyState', 'get').mockReturnValue('loading')
      const container = document.createElement('div')
      const [root, ...others] = nodesOf(shell)
      document.body.replaceChildren(container)
      container.append(root as Node)
      document.body.append(...others)
      return container
    },
    async showTheRest(finish) {
      await onServer(() => {
        finish()
        return ended
      })
      document.body.append(...nodesOf(html.slice(shell.length)))
    },
  }
}

function nodesOf(html: string): Node[] {
  const template = document.createElement('template')
  template.innerHTML = html
  return [...template.content.childNodes].map((node) =>
    node instanceof HTMLScriptElement ? executable(node) : node,
  )
}

/** Scripts that come out of `innerHTML` do not run. */
function executable({ textContent }: HTMLScriptElement) {
  const script = document.createElement('script')
  script.textContent = textContent
  return script
}
