// @vitest-environment jsdom
import { render } from '@testing-library/react'
import { Activity, type ReactNode } from 'react'
import { SessionProvider } from 'sessionchart/react'
import { expect, test } from 'vitest'
import { createProbe } from '../support/app'
import { startServer } from '../support/fake-server'
import { ann } from '../support/people'
import { describeEachReactMode } from '../support/react-modes'
import { json } from '../support/replies'
import { MINUTE, passTime, settle } from '../support/time'

const seeds = [
  { seed: 'without a session prop', props: {}, reads: 1 },
  { seed: 'with a session prop', props: { session: ann }, reads: 0 },
]

// What a module looks like before and after it was edited: React sees another component.
const LayoutBefore = ({ children }: { children: ReactNode }) => <main>{children}</main>
const LayoutAfter = ({ children }: { children: ReactNode }) => <main>{children}</main>

describeEachReactMode(() => {
  test.each(seeds)('reads $reads times when it mounts $seed', async ({ props, reads }) => {
    const server = startServer({ session: ann })
    const { Probe, last } = createProbe()
    render(
      <SessionProvider {...props}>
        <Probe />
      </SessionProvider>,
    )
    await passTime(MINUTE)

    expect(server.routes()).toEqual(Array(reads).fill('GET /session'))
    expect(last().data).toEqual(ann)
  })

  test.each(seeds)(
    'reads $reads times when an Activity hides and shows it, $seed',
    async ({ props, reads }) => {
      const server = startServer({ session: ann })
      const { Probe, last, renders } = createProbe()
      const page = (mode: 'visible' | 'hidden') => (
        <Activity mode={mode}>
          <SessionProvider {...props}>
            <Probe />
          </SessionProvider>
        </Activity>
      )
      const view = render(page('visible'))
      await settle()
      const shown = renders.length

      for (let count = 0; count < 3; count++) {
        view.rerender(page('hidden'))
        await passTime(MINUTE)
        view.rerender(page('visible'))
        await passTime(MINUTE)
      }

      expect(server.routes()).toEqual(Array(reads).fill('GET /session'))
      expect(last().data).toEqual(ann)
      expect(renders.slice(shown).every(({ status }) => status === 'authenticated')).toBe(true)
    },
  )

  test.each(seeds)(
    'reads $reads times when an Activity hides and shows it during a fetch, $seed',
    async ({ props, reads }) => {
      const server = startServer({ session: ann })
      const held = server.hold('GET /session')
      const { Probe, last } = createProbe()
      const page = (mode: 'visible' | 'hidden') => (
        <Activity mode={mode}>
          <SessionProvider {...props}>
            <Probe />
          </SessionProvider>
        </Activity>
      )
      const view = render(page('visible'))
      await settle()
      view.rerender(page('hidden'))
      view.rerender(page('visible'))
      await settle()
      held.answer(json(ann))
      await passTime(MINUTE)

      expect(server.routes()).toEqual(Array(reads).fill('GET /session'))
      expect(server.requests.every(({ isAborted }) => !isAborted)).toBe(true)
      expect(last().data).toEqual(ann)
    },
  )

  test.each(seeds)('reads $reads times when an Activity shows it late, $seed', async ({ props, reads }) => {
    const server = startServer({ session: ann })
    const { Probe, last } = createProbe()
    const page = (mode: 'visible' | 'hidden') => (
      <Activity mode={mode}>
        <SessionProvider {...props}>
          <Probe />
        </SessionProvider>
      </Activity>
    )
    const view = render(page('hidden'))
    await passTime(MINUTE)
    expect(server.count('GET /session')).toBe(0)

    view.rerender(page('visible'))
    await settle()
    expect(server.count('GET /session')).toBe(reads)
    expect(last().data).toEqual(ann)
  })

  test.each(seeds)(
    'reads $reads times when its key changes during a fetch, $seed',
    async ({ props, reads }) => {
      const server = startServer({ session: ann })
      const held = server.hold('GET /session')
      const { Probe, last } = createProbe()
      const app = (key: string) => (
        <SessionProvider key={key} {...props}>
          <Probe />
        </SessionProvider>
      )
      const view = render(app('one'))
      await settle()
      view.rerender(app('two'))
      await settle()
      held.answer(json(ann))
      await passTime(MINUTE)

      expect(server.routes()).toEqual(Array(reads).fill('GET /session'))
      expect(server.requests.every(({ isAborted }) => !isAborted)).toBe(true)
      expect(last().data).toEqual(ann)
    },
  )

  test.each(seeds)(
    'reads $reads times when it is unmounted and mounted in one tick, $seed',
    async ({ props, reads }) => {
      const server = startServer({ session: ann })
      const held = server.hold('GET /session')
      const { Probe, last } = createProbe()
      const app = (
        <SessionProvider {...props}>
          <Probe />
        </SessionProvider>
      )
      const view = render(app)
      await settle()
      view.unmount()
      render(app)
      await settle()
      held.answer(json(ann))
      await passTime(MINUTE)

      expect(server.routes()).toEqual(Array(reads).fill('GET /session'))
      expect(last().data).toEqual(ann)
    },
  )

  test.each(seeds)(
    'reads $reads times for each mount when hot reload replaces the layout, $seed',
    async ({ props, reads }) => {
      const server = startServer({ session: ann })
      const { Probe, last } = createProbe()
      const provider = (
        <SessionProvider {...props}>
          <Probe />
        </SessionProvider>
      )
      const view = render(<LayoutBefore>{provider}</LayoutBefore>)
      await settle()
      view.rerender(<LayoutAfter>{provider}</LayoutAfter>)
      await passTime(MINUTE)

      expect(server.routes()).toEqual(Array(2 * reads).fill('GET /session'))
      expect(last().data).toEqual(ann)
    },
  )
})
