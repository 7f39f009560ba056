import type { Assumptions } from './usage'

/** What a reader who runs a service should know: what was done, what was assumed, and how to put in other numbers. */
export const howItWasMeasured = ({ shares, intervalSeconds, looksPerHour }: Assumptions) =>
  `
What will my session endpoint see if I switch? Every request is a token to verify or a database to ask, so this counts
them: \`GET /api/auth/session\`, and for better-auth \`GET /api/auth/get-session\`.

It is a simulation, by \`npm run bench -- scale\`. Whole clients run in it, on a clock that passes when it is told to:
sessionchart by \`createTabs\` of its test kit; the published code of next-auth and better-auth, with React, in pages
of jsdom that share a browser. The server is the one of the test kit, for better-auth too; a request travels 60 ms at
most. Chance comes from seeds, so that the counts are the same each time. One user is one browser. Users share nothing but
the endpoint: what a user costs, by the number of tabs, is simulated; the mean over all users is multiplied by how many
there are.

**Assumed.** So many of a hundred users have so many tabs of the app open: ${shares.map(({ tabs, percent }) => `${percent} have ${tabs}`).join(', ')}.
We know of no public data on tabs of *one* app. The shape is that of a study of all tabs (Dubroy and Balakrishnan, *A Study
of Tabbed Browsing Among Mozilla Firefox Users*, CHI 2010): one is the most frequent number, fewer and fewer people have
more, a few have very many. The few matter: a poll of N tabs costs N·(N+1) requests with next-auth v5, N·N with v4, N with
better-auth and one with sessionchart. A user turns to one of the tabs ${looksPerHour} times an hour. Tabs poll every ${intervalSeconds} s, or not
at all, which is the default of all four. Those in the background live: where the browser freezes them, the
others cost less. Put in your own: \`SCALE_TABS="1:80, 2:15, 5:5" SCALE_INTERVAL=300 SCALE_LOOKS=30 npm run bench -- scale\`.

**Outages.** The server answers 503 at once for five minutes. When ten thousand users ask is computed by the function of
the session chart that says when it tries again; whole clients check that (\`outage-check\`). A browser asks once for all of
its tabs then, too. \`sessionchart without jitter\` is what the back-off would be without chance, for comparison. Not in it
are people who see that they are signed out: each of them loads the page again, or signs in.
`.trim()
