import { LinkChecker } from 'linkinator'
import { previewSite } from './preview-site'

/**
 * Follows all links of the built site, anchors included, that stay in it.
 *
 * @throws Error that names those which lead nowhere.
 */
export async function checkLinks(): Promise<number> {
  const site = await previewSite()
  try {
    const checker = new LinkChecker()
    const look = () =>
      checker.check({
        path: site.url,
        recurse: true,
        checkFragments: true,
        // A busy machine may keep it waiting.
        retryErrors: true,
        linksToSkip: async (link) => !link.startsWith(site.url),
      })
    // An anchor that it hears of after it has read the page, it looks for the next time.
    const passes = [await look(), await look()]
    const links = passes.flatMap(({ links }) => links)
    const broken = links.filter(({ state }) => state === 'BROKEN')
    // It is not known on which page an anchor is linked to.
    const lines = broken.map(({ url, parent }) => (url.includes('#') ? url : `${url} on ${parent}`))
    if (broken.length > 0) throw new Error(`These links lead nowhere:\n${[...new Set(lines)].join('\n')}`)
    return new Set(links.filter(({ state }) => state === 'OK').map(({ url }) => url)).size
  } finally {
    await site.stop()
  }
}
