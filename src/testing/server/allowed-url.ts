import type { AuthCallbacks } from './callbacks'

/**
 * Where somebody is sent who wants to go to that address.
 *
 * @throws whatever the app's callback throws, and a TypeError for what is no URL.
 */
export async function allowedUrl({ redirect }: AuthCallbacks, url: string, baseUrl: string): Promise<string> {
  return String(await (redirect ?? withinSite)({ url, baseUrl }))
}

function withinSite({ url, baseUrl }: { url: string; baseUrl: string }): string {
  if (url.startsWith('/')) return baseUrl + url
  return new URL(url).origin === baseUrl ? url : baseUrl
}
