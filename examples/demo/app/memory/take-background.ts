const NONE = 'rgba(0, 0, 0, 0)'

/** Gives the stage the background of the page around it, so that its frame is not seen. */
export function takeBackground(): void {
  const around = window.frameElement?.ownerDocument
  if (!around) return
  const take = () => {
    const color = [around.body, around.documentElement]
      .map((element) => getComputedStyle(element).backgroundColor)
      .find((one) => one !== NONE)
    const { style } = document.documentElement
    if (color) style.setProperty('--page', color)
    else style.removeProperty('--page')
  }
  take()
  new MutationObserver(take).observe(around.documentElement, { attributes: true })
}
