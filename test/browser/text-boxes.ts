import type { Page } from 'playwright-core'

export interface TextBox {
  text: string
  /** In pixels, as it is shown. */
  size: number
  left: number
  top: number
  right: number
  bottom: number
}

type Frame = Omit<TextBox, 'text' | 'size'>

/** Where the words of a picture are, and the frames around them, when the picture is as wide as a README. */
export async function measurePicture(
  page: Page,
  svg: string,
): Promise<{ texts: TextBox[]; frames: Frame[] }> {
  await page.setViewportSize({ width: 830, height: 800 })
  await page.setContent(`<style>body{margin:0}svg{width:830px;height:auto}</style>${svg}`)
  return page.evaluate(() => {
    const svg = document.querySelector('svg') as SVGSVGElement
    const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width
    const frameOf = (element: Element) => {
      const { left, top, right, bottom } = element.getBoundingClientRect()
      return { left, top, right, bottom }
    }
    return {
      texts: [...svg.querySelectorAll('text')].map((text) => ({
        text: text.textContent,
        size: Number.parseFloat(getComputedStyle(text).fontSize) * scale,
        ...frameOf(text),
      })),
      frames: [...svg.querySelectorAll('.page, .region, .box, .outer, .any')].map(frameOf),
    }
  })
}

/** A text box is as high as the tallest letters of its font could be; hardly any are. */
const AIR = 2

/** Each two texts of which one lies on the other. */
export function overlapsOf(texts: TextBox[]): string[] {
  return texts.flatMap((one, index) =>
    texts
      .slice(index + 1)
      .filter((other) => meets(one, other))
      .map((other) => `${one.text} / ${other.text}`),
  )
}

const meets = (one: TextBox, other: TextBox) =>
  one.left < other.right &&
  other.left < one.right &&
  one.top + AIR < other.bottom - AIR &&
  other.top + AIR < one.bottom - AIR

/** The texts that the edge of a frame leads through, and those that are in no frame. */
export function escapesOf(texts: TextBox[], frames: Frame[]): string[] {
  const isIn = (text: TextBox, frame: Frame) =>
    text.left >= frame.left &&
    text.right <= frame.right &&
    text.top + AIR >= frame.top &&
    text.bottom - AIR <= frame.bottom
  const touches = (text: TextBox, frame: Frame) =>
    text.left < frame.right &&
    text.right > frame.left &&
    text.top + AIR < frame.bottom &&
    text.bottom - AIR > frame.top
  return texts
    .filter(
      (text) =>
        !frames.some((frame) => isIn(text, frame)) ||
        frames.some((frame) => touches(text, frame) && !isIn(text, frame)),
    )
    .map(({ text }) => text)
}
