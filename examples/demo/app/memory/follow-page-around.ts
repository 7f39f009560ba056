/**
 * Lets this page be light or dark as the page around it is, which may have a switch of its own for it, and says that
 * it is in a frame. Does nothing where no page is around, or one of another origin.
 */
export function followPageAround(): void {
  const { frameElement } = window
  if (!frameElement) return
  const around = frameElement.ownerDocument
  const follow = () => {
    const { colorScheme } = getComputedStyle(frameElement)
    // What says nothing is light.
    const scheme = colorScheme === 'normal' ? 'light' : colorScheme
    // As an attribute too: colors that depend on it are built to depend on rules, for older browsers.
    Object.assign(document.documentElement.dataset, { scheme, framed: '' })
    document.documentElement.style.colorScheme = scheme
  }
  follow()
  new MutationObserver(follow).observe(around.documentElement, { attributes: true })
}
