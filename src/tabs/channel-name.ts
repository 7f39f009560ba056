/**
 * What channel, lock and ledger of a client are called. All three belong to an origin: clients in its tabs that
 * have the same endpoints have the same name, however their base path is written.
 *
 * @param channel The option of that name, for clients that have the same endpoints and do not see the same session.
 */
export function channelName(apiBase: string, href: string | undefined, channel?: string | null): string {
  return `sessionchart:${channel || absolute(apiBase, href).replace(/\/+$/, '')}`
}

function absolute(apiBase: string, href: string | undefined): string {
  try {
    // With a slash: the base path of the root of a site is empty, which would be the page itself.
    const { origin, pathname } = new URL(`${apiBase}/`, href)
    return origin === new URL(href ?? '').origin ? pathname : origin + pathname
  } catch {
    // There is no page, or none with an address that paths can be appended to.
    return apiBase
  }
}
