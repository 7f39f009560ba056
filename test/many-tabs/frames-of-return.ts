import { leaveAndReturn } from '../browser/back-forward-cache'
import type { Tab } from './visitor'

/** Leaves the page and comes back. Gives what was on the screen in each frame from then on. */
export async function framesOfReturn(
  { page }: Pick<Tab, 'page'>,
  meanwhile: () => Promise<unknown>,
): Promise<string[]> {
  await page.evaluate(() => {
    // A method: tsx gives functions their names by a helper that the page has not.
    const screen = {
      frames: [] as string[],
      look() {
        screen.frames.push(document.querySelector('[role=status]')?.textContent ?? '')
        requestAnimationFrame(screen.look)
      },
    }
    Object.assign(window, { frames: screen.frames })
    window.addEventListener('pageshow', () => requestAnimationFrame(screen.look))
  })
  await leaveAndReturn(page, meanwhile)
  await page.waitForFunction(() => Object(window).frames.length > 2)
  return page.evaluate(() => Object(window).frames)
}
