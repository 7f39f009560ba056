/** Something that happens to apps, and under which number the tests of it go. */
export interface Scenario {
  id: string
  what: string
  /** Why no file of `test/scenarios` has it, and where it is shown instead. */
  elsewhere?: string
}

/** All scenarios, as `docs/comparison.md` lists them. */
export const scenarios: Record<string, Scenario[]> = {
  'Keeping the session': [
    { id: 'S01', what: 'one refetch fails, then the server is back' },
    { id: 'S02', what: 'the very first read fails' },
    { id: 'S03', what: 'a refetch is answered with 401, whatever the body' },
    { id: 'S04', what: 'the browser is offline for minutes while polling' },
    { id: 'S05', what: 'the link flaps every 0.6 s, with an interval of 1 s' },
    { id: 'S06', what: '`navigator.onLine` is false although the network works' },
    { id: 'S07', what: '`useSession({ required: true })`, and one refetch fails' },
    { id: 'S08', what: 'a request is never answered' },
    { id: 'S09', what: 'the server answers `{}`, `null` or 0 bytes' },
    { id: 'S10', what: '429 or 503 with `Retry-After`; fifty reasons to read during an outage' },
  ],
  'Signing out, order of answers': [
    { id: 'S11', what: 'a read is under way during `signOut()` and is answered late with the old session' },
    { id: 'S12', what: 'two reads are answered in the wrong order' },
    { id: 'S13', what: 'the request to sign out fails' },
    {
      id: 'S14',
      what: 'the Back button, after a sign-out in another tab',
      elsewhere: 'needs a page cache: [in real tabs](#in-real-tabs)',
    },
    { id: 'S15', what: 'user A signs out and B signs in, in another tab' },
    { id: 'S16', what: '`update()` is answered with `null`' },
  ],
  'update()': [
    { id: 'S17', what: '`update(data)` in a tree that renders on `status`' },
    { id: 'S18', what: '`update()` while loading, while signed out, from the closure of the first render' },
    { id: 'S19', what: 'two `update()` in one tick; an update while another runs' },
    { id: 'S20', what: 'the server rejects the csrf token' },
    { id: 'S21', what: '`update` among the dependencies of an effect' },
    { id: 'S22', what: 'a refetch is answered with equal data' },
  ],
  Requests: [
    { id: 'S23', what: 'mount, StrictMode, Activity, remount during a fetch, hot reload' },
    { id: 'S24', what: 'the tab is looked at five times in a second, or right after a poll' },
    {
      id: 'S25',
      what: 'many tabs are open, poll, come to the front, wake from sleep',
      elsewhere: 'needs tabs: [in real tabs](#in-real-tabs)',
    },
    {
      id: 'S26',
      what: 'the browser opens ten tabs at once',
      elsewhere: 'needs tabs: [in real tabs](#in-real-tabs)',
    },
    {
      id: 'S27',
      what: 'the tab that asks for all is killed, frozen, or gets no answer',
      elsewhere: 'next-auth has no such tab: `test/many-tabs`',
    },
    { id: 'S28', what: 'no BroadcastChannel, storage blocked or full' },
    { id: 'S29', what: 'malformed and hostile messages on the channel' },
    {
      id: 'S30',
      what: 'half of the tabs still run next-auth',
      elsewhere: 'is about both at once: `test/many-tabs`',
    },
    { id: 'S31', what: 'a sign-in in one tab, without a redirect' },
    { id: 'S32', what: 'a server action signs in or out, and the layout passes a new `session`' },
    { id: 'S53', what: 'after a sign-out the parent renders with the old `session`' },
    { id: 'S54', what: 'pages with and without `pageProps.session` take turns' },
  ],
  Time: [
    { id: 'S33', what: 'the session ends while nobody does anything' },
    { id: 'S34', what: 'polls extend the session' },
    { id: 'S35', what: '`expires` is far away, missing, invalid or past' },
    { id: 'S36', what: 'the device sleeps for hours; its clock jumps or is wrong' },
    { id: 'S37', what: 'the session is about to end' },
  ],
  'Sign-in': [
    { id: 'S38', what: '`signIn(…, { redirect: false })` meets failures of all kinds' },
    { id: 'S39', what: 'a double click on sign-in' },
    { id: 'S40', what: 'a redirect to a provider, and back; targets with a hash' },
    { id: 'S41', what: '`signIn("constructor")`; targets such as `javascript:…`, `//evil`, `data:`' },
    { id: 'S42', what: 'credentials that are `undefined`, objects, booleans' },
    { id: 'S43', what: 'the page is left while a sign-in runs' },
  ],
  Structure: [
    { id: 'S44', what: 'two providers with different `basePath`' },
    { id: 'S45', what: '100 mounts and unmounts; `getSession()` 200 times on a server' },
    { id: 'S46', what: 'two server renders at once, with different sessions' },
    { id: 'S47', what: 'hydration with and without a seed, streamed' },
    { id: 'S48', what: '`useSession` outside a provider, in production too; two copies of the package' },
    { id: 'S49', what: 'callbacks, logger or inspector throw' },
    { id: 'S50', what: '`onUnauthenticated` passed inline' },
    { id: 'S51', what: 'trailing slashes, absolute `basePath`, an API of another origin' },
    { id: 'S52', what: 'plain Vite without `process`, a service worker, React Native' },
  ],
}
