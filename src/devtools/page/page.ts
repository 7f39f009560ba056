/**
 * What the panel wants of the page that it is in. Nothing else in this folder names browser globals; these are read
 * when they are needed, never at import.
 */

/** Calls back before the next frame is painted. Returns the function that takes it back. */
export function beforeNextFrame(callback: () => void): () => void {
  const id = requestAnimationFrame(callback)
  return () => cancelAnimationFrame(id)
}

/** Calls back so often until the returned function is called. */
export function every(milliseconds: number, callback: () => void): () => void {
  const timer = setInterval(callback, milliseconds)
  return () => clearInterval(timer)
}

/**
 * Gives the styles to the document, or the shadow root, that an element is in. Returns the function that takes them
 * away. A sheet that a script makes is no inline style: a Content-Security-Policy lets it pass.
 */
export function adoptStyles(element: Element, css: string): () => void {
  const root = element.getRootNode() as Document | ShadowRoot
  const view = element.ownerDocument.defaultView
  // Test environments lack them, and browsers that do could not read what is in the sheet.
  if (!view || !root.adoptedStyleSheets) return () => {}
  const sheet = new view.CSSStyleSheet()
  sheet.replaceSync(css)
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
  return () => {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet)
  }
}

/** Calls back with the width of an element in pixels, at once and when it changes. Returns the function that ends it. */
export function watchWidth(element: Element, callback: (width: number) => void): () => void {
  callback(element.getBoundingClientRect().width)
  if (typeof ResizeObserver === 'undefined') return () => {}
  const observer = new ResizeObserver(() => callback(element.getBoundingClientRect().width))
  observer.observe(element)
  return () => observer.disconnect()
}

/** Lets the browser save a text as a file. */
export function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}

/** Puts a text where it can be pasted from. Rejects where the browser forbids it. */
export async function copy(text: string): Promise<void> {
  await navigator.clipboard.writeText(text)
}

/** How many tabs hold a lock of ours, and how many wait for one; `null` where the browser does not say. */
export async function countLocks(): Promise<{ held: number; waiting: number } | null> {
  try {
    const { held = [], pending = [] } = await navigator.locks.query()
    const ours = (locks: LockInfo[]) => locks.filter(({ name }) => name?.startsWith('sessionchart:')).length
    return { held: ours(held), waiting: ours(pending) }
  } catch {
    return null
  }
}
