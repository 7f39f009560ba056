import { authConfigOf } from './auth'
import type { DemoPages } from './build-pages'
import { startOpenIdProvider } from './openid-provider'
import { type Site, serve } from './serve'
import { type SideSite, sideSite, stageSite } from './sites'
import { Switches } from './switches'
import { openIdUsers } from './users'

/**
 * Starts the demo: the stage, and on ports of their own the two sides, so that what the tabs of one library say to
 * each other is not heard by the other.
 *
 * @param port where the stage is, unless that is taken
 */
export async function startDemo(pages: DemoPages, port?: number): Promise<Site> {
  const switches = new Switches()
  const openId = await startOpenIdProvider(openIdUsers)
  const left = sideSite(pages.left, authConfigOf('left', openId, switches), switches)
  const right = sideSite(pages.right, authConfigOf('right', openId, switches), switches)
  const [leftSite, rightSite] = await Promise.all([serve(left.app), serve(right.app)])
  const stage = await serve(stageSite(pages.stage, at(leftSite, left), at(rightSite, right), switches), port)
  return {
    url: stage.url,
    async stop() {
      await Promise.all([stage, leftSite, rightSite, openId].map((site) => site.stop()))
    },
  }
}

const at = ({ url }: Site, { lastPage }: SideSite) => ({ url: `${url}/`, lastPage })
