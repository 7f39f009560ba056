/** Whether a browser may be sent there: a path of this site or an http address, never a script or a disguise. */
export function isSafeTarget(target: string): boolean {
  // Browsers drop white space and control characters from a URL and read a backslash as a slash.
  const url = target.replace(/[\s\p{Cc}]/gu, '').replaceAll('\\', '/')
  return !url.startsWith('//') && (/^https?:\/\//i.test(url) || !/^[a-z][a-z0-9+.-]*:/i.test(url))
}
