// @vitest-environment jsdom
import { Fragment, type ReactNode, StrictMode, Suspense, use } from 'react'
import { hydrateRoot, type Root } from 'react-dom/client'
import type { SessionProviderProps } from 'sessionchart/react'
import * as inBrowser from 'sessionchart/react'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { createProbe, type Library, type Probe } from '../support/app'
import { expectOurs, isOurs } from '../support/compared'
import { startServer } from '../support/fake-server'
import { listenForNoise } from '../support/noise'
import { ann } from '../support/people'
import { loadOnServer, renderOnServer, type ServerPage } from '../support/server-render'
import { settle } from '../support/time'

type Props = Omit<SessionProviderProps, 'children'>

const seeds: Array<{ seed: string; props: Props; html: string; statuses: string[]; reads: number }> = [
  { seed: 'with a session', props: { session: ann }, html: 'Ann', statuses: ['authenticated'], reads: 0 },
  {
    seed: 'with null',
    props: { session: null },
    html: 'unauthenticated',
    statuses: ['unauthenticated'],
    reads: 0,
  },
  {
    seed: 'without a seed',
    props: {},
    html: 'loading',
    statuses: ['loading', 'authenticated'],
    reads: 1,
  },
]

let onServer: Library
let root: Root | undefined
let container: HTMLElement

beforeAll(async () => {
  onServer = await loadOnServer()
})
afterEach(async () => {
  root?.unmount()
  await settle()
  document.body.replaceChildren()
  vi.unstubAllGlobals()
})

interface LateProps {
  library: Library
  probe: Probe
  until: Promise<void> | undefined
}

function Late({ library, probe, until }: LateProps) {
  if (until) use(until)
  return (
    <section>
      <probe.Probe />
      {isOurs ? <library.SignedIn>welcome</library.SignedIn> : <Welcome library={library} />}
    </section>
  )
}

/** What apps on next-auth write by hand. */
const Welcome = ({ library: { useSession } }: Pick<LateProps, 'library'>) =>
  useSession().status === 'authenticated' && 'welcome'

/** A page, and probes for its first part and for the one that may be late. */
function makePage(library: Library, props: Props, until?: Promise<void>) {
  const probe = createProbe(library)
  const late = createProbe(library)
  const page = (
    <main>
      <library.SessionProvider {...props}>
        <probe.Probe />
        <Suspense fallback={<p>one moment</p>}>
          <Late library={library} probe={late} until={until} />
        </Suspense>
      </library.SessionProvider>
    </main>
  )
  return { page, probe, late }
}

/** Puts what the server has sent on the page, and writes down every text that is shown from now on. */
function show(sent: ServerPage) {
  container = sent.show()
  const texts = [container.textContent]
  const observer = new MutationObserver(() => texts.push(container.textContent))
  observer.observe(container, { childList: true, characterData: true, subtree: true })
  return texts
}

describe.each([
  { mode: 'strict', Mode: StrictMode },
  { mode: 'not strict', Mode: Fragment },
])('$mode', ({ Mode }) => {
  function hydrate(page: ReactNode) {
    const errors: unknown[] = []
    root = hydrateRoot(container, <Mode>{page}</Mode>, {
      onRecoverableError: (error) => errors.push(error),
    })
    return errors
  }

  test.each(seeds)('hydrates a page $seed without a mismatch', async ({ props, html, statuses, reads }) => {
    const noise = listenForNoise()
    const server = startServer({ session: ann })
    show(await renderOnServer(makePage(onServer, props).page))
    const fromServer = container.querySelector('p')
    expect(fromServer?.textContent).toBe(html)
    expect(server.count('GET /session')).toBe(0)

    const { page, probe } = makePage(inBrowser, props)
    const errors = hydrate(page)
    await settle()

    expect(errors).toEqual([])
    expect(noise).toEqual({ logged: [], thrown: [] })
    expect(probe.statuses()).toEqual(statuses)
    expect(container.querySelector('p')).toBe(fromServer)
    expectOurs(server.count('GET /session')).toBe(reads)
  })

  test('never shows anything but the session that it was seeded with', async () => {
    startServer({ session: ann })
    const texts = show(await renderOnServer(makePage(onServer, { session: ann }).page))

    hydrate(makePage(inBrowser, { session: ann }).page)
    await settle()

    expect(new Set(texts)).toEqual(new Set(['AnnAnnwelcome']))
  })

  test.each(seeds)(
    'hydrates a part that streams in late as the server rendered it, $seed',
    async ({ props, html, statuses, reads }) => {
      const noise = listenForNoise()
      const server = startServer({ session: ann })
      let finish = () => {}
      const until = new Promise<void>((resolve) => {
        finish = resolve
      })
      const sent = await renderOnServer(makePage(onServer, props, until).page)
      const texts = show(sent)
      expect(container.textContent).toBe(`${html}one moment`)

      const { page, probe, late } = makePage(inBrowser, props, until)
      const errors = hydrate(page)
      await settle()
      // By now the browser may know more than the server did.
      expect(probe.statuses()).toEqual(statuses)
      expect(late.renders).toEqual([])
      await sent.showTheRest(finish)
      await vi.waitFor(() => expect(late.renders).not.toEqual([]), 10_000)
      await settle()

      expect(errors).toEqual([])
      expect(noise).toEqual({ logged: [], thrown: [] })
      expect(late.statuses()).toEqual(statuses)
      const inTheEnd = statuses.at(-1) === 'authenticated' ? 'AnnAnnwelcome' : `${html}${html}`
      expect(texts.at(-1)).toBe(inTheEnd)
      expectOurs(server.count('GET /session')).toBe(reads)
    },
  )
})
