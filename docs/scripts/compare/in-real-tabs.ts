import { runBrowserRows } from './run-browser-rows'

const HEADING = '## In real tabs'

/** This part of the page, as it was the last time: its numbers differ a little each time, and take minutes. */
export function keepRealTabs(page: string): string {
  const start = page.indexOf(HEADING)
  if (start < 0) throw new Error(`There is no "${HEADING}" to keep. Run it once without --scenarios.`)
  const end = page.indexOf('\n## ', start)
  return page.slice(start, end < 0 ? undefined : end).trim()
}

export async function measureRealTabs(): Promise<string> {
  const { lines, chromium } = await runBrowserRows()
  return `${HEADING}

Real tabs in one Chromium ${chromium}, a real Auth.js server with JWT sessions in the same process, one library after the
other. A *read* is a request for the session that reached the server. Polling tabs ask every two seconds unless the row
says otherwise.

| | what happens | sessionchart | next-auth |
|---|---|---|---|
${lines.join('\n')}

The two rows about late answers hold back every answer to a read for 0.3 s, so that each sign-out happens while one is on
its way. A session of eight seconds begins anew with each read, as sessions of Auth.js do. The clock is that of the pages,
which is moved two seconds after the last of them has shown who is signed in. Where both columns say the same, there is no difference.`
}
