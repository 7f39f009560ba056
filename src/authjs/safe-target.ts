import type { Environment } from 'sessionchart/client'

/**
 * Whether a browser may be sent there: a path of this site or an http address, never a script or a disguise. It may
 * always stay where it is, as in an app whose pages are files.
 */
export function isSafeTarget(target: string, environment: Environment): boolean {
  if (target === environment.href()) return true
  // Browsers drop white space and control characters from a URL and read a backslash as a slash.
  const url = target.replace(/[\s\p{Cc}]/gu, '').replaceAll('\\', '/')
  return !url.startsWith('//') && (/^https?:\/\//i.test(url) || !/^[a-z][a-z0-9+.-]*:/i.test(url))
}
