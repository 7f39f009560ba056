import { type Environment, SessionError } from 'sessionchart/client'
import { isSafeTarget } from './safe-target'

/**
 * Sends the browser elsewhere. A URL that differs from the page's in its hash alone would only scroll: then the
 * page is loaded again, because who is signed in has changed.
 *
 * @throws SessionError `redirect` when the URL is not one to go to, or there is no browser.
 */
export function navigate(environment: Environment, url: string): void {
  const here = environment.href()
  if (here === undefined)
    throw new SessionError({ code: 'redirect', message: `There is no page to leave for ${url}.` })
  if (!isSafeTarget(url, environment))
    throw new SessionError({ code: 'redirect', message: `Refused to go to ${url}.`, url })
  environment.goTo(url)
  if (here && url.includes('#') && withoutHash(new URL(url, here).href) === withoutHash(here))
    environment.reload()
}

const withoutHash = (url: string) => url.replace(/#.*$/s, '')
