/**
 * Lets this page be light or dark as the page around it is, which may have a switch of its own for it, and take its
 * background. Does nothing where there is none, or one of another origin.
 */
export function followPageAround(): void {
  const { frameElement } = window
  if (!frameElement) return
  const around = frameElement.ownerDocument
  const follow = () => {
    const { colorScheme } = getComputedStyle(frameElement)
    // What says nothing is light.
    document.documentElement.style.colorScheme = colorScheme === 'normal' ? 'light' : colorScheme
  }
  follow()
  new MutationObserver(follow).observe(around.documentElement, { attributes: true })
}
