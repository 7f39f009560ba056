import { act } from '@testing-library/react'
import type { ReactNode } from 'react'
import { hydrateRoot, type Root } from 'react-dom/client'
import { afterEach, vi } from 'vitest'

/** Does something as a server would, which has no window. */
export async function onServer<T>(work: () => T | Promise<T>): Promise<T> {
  vi.stubGlobal('window', undefined)
  vi.stubGlobal('document', undefined)
  try {
    return await work()
  } finally {
    vi.unstubAllGlobals()
  }
}

export interface Page {
  container: HTMLElement
  /** What React had to repair. */
  recovered: unknown[]
  /** The text of the page after each change of the DOM. */
  texts: string[]
  /** The server sends the rest of the page. */
  receive(html: string): void
  rerender(ui: ReactNode): Promise<void>
}

let roots: Root[] = []

/** Shows the HTML of a server and hydrates it. */
export async function hydrate(html: string, ui: ReactNode): Promise<Page> {
  const container = document.createElement('div')
  document.body.append(container)
  const readyState = vi.spyOn(document, 'readyState', 'get').mockReturnValue('loading')
  receive(container, html)
  const recovered: unknown[] = []
  const texts = [textOf(container)]
  const observer = new MutationObserver(() => texts.push(textOf(container)))
  observer.observe(container, { childList: true, characterData: true, subtree: true })

  let root: Root | undefined
  await act(async () => {
    root = hydrateRoot(container, ui, { onRecoverableError: (error) => void recovered.push(error) })
    roots.push(root)
  })
  return {
    container,
    recovered,
    texts,
    receive(rest) {
      receive(container, rest)
      readyState.mockReturnValue('complete')
    },
    rerender: (next) => act(async () => root?.render(next)),
  }
}

/** What a reader sees: the scripts that React sends along are no text. */
function textOf(container: HTMLElement): string {
  const copy = container.cloneNode(true) as HTMLElement
  for (const hidden of copy.querySelectorAll('script, [hidden]')) hidden.remove()
  return copy.textContent ?? ''
}

/** Appends as a browser's parser does: scripts run. */
function receive(container: HTMLElement, html: string): void {
  const template = document.createElement('template')
  template.innerHTML = html
  for (const script of template.content.querySelectorAll('script')) {
    const running = document.createElement('script')
    running.text = script.text
    script.replaceWith(running)
  }
  container.append(template.content)
}

afterEach(() => {
  act(() => {
    for (const root of roots) root.unmount()
  })
  roots = []
  document.body.replaceChildren()
})
