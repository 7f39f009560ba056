// @vitest-environment jsdom
import { act } from '@testing-library/react'
import { expect, test } from 'vitest'
import { ann } from '../client/sessions'
import { describeEachReactMode } from '../react/react-modes'
import { nextFrame, openPanel } from './open-panel'

describeEachReactMode((mode) => {
  test('goes offline and online again, and reads then', async () => {
    const { client, choose, press, reads, auth } = await openPanel(mode, { session: ann() })
    await choose('Try')
    await press('Go offline')
    expect(client.actor.getSnapshot().matches({ network: 'offline' })).toBe(true)
    await nextFrame()
    expect(reads()).toBe(0)

    await press('Go online')
    await act(() => auth.settled())
    expect(client.actor.getSnapshot().matches({ network: 'online' })).toBe(true)
    expect(reads()).toBe(1)
  })

  test('lets a request fail: the session is kept, nobody is asked, nothing is logged', async () => {
    const { client, choose, press, reads, logged } = await openPanel(mode, { session: ann() })
    await choose('Try')
    await press('Let a request fail')

    expect(client.getState()).toMatchObject({
      status: 'authenticated',
      isStale: true,
      error: { code: 'http', status: 500 },
    })
    expect(client.actor.getSnapshot().matches({ request: 'waiting' })).toBe(true)
    expect(reads()).toBe(0)
    expect(logged).toEqual([])
  })

  test('lets the session end', async () => {
    const { client, choose, press, reads } = await openPanel(mode, { session: ann() })
    await choose('Try')
    await press('Expire now')

    expect(client.getState()).toMatchObject({ status: 'unauthenticated', cause: { type: 'expired' } })
    expect(reads()).toBe(0)
  })

  test('signs out in another tab that is not there', async () => {
    const { client, choose, press, reads } = await openPanel(mode, { session: ann() })
    await choose('Try')
    await press('Sign out in another tab')

    expect(client.getState()).toMatchObject({
      status: 'unauthenticated',
      cause: { type: 'signed-out-in-other-tab', tabId: 'devtools' },
    })
    expect(reads()).toBe(0)
  })

  test.each(['Let a request fail', 'Expire now', 'Sign out in another tab'])(
    '%s: other tabs hear nothing, the server still has the session, and to read again brings it back',
    async (name) => {
      const told: unknown[] = []
      const { client, page, choose, press, asked, auth } = await openPanel(mode, {
        session: ann(),
        environment: { openChannel: () => ({ post: (message) => told.push(message), close() {} }) },
      })
      // An automatic read, whose answer is told: so would be its failure.
      page.turn('hidden')
      page.turn('visible')
      await act(() => auth.settled())
      expect(told).toContainEqual(expect.objectContaining({ kind: 'answered', why: 'read' }))
      told.length = 0
      const { epoch } = client.actor.getSnapshot().context.order
      const before = asked().length
      await choose('Try')
      await press(name)
      await act(() => auth.settled())
      expect(told).toEqual([])
      expect(asked()).toHaveLength(before)

      await press('Read again')
      await act(() => auth.settled())
      expect(client.getState()).toMatchObject({ status: 'authenticated', error: null })
      expect(client.getState().data).toEqual(ann())
      // It was no write, which other tabs would take for one.
      expect(client.actor.getSnapshot().context.order.epoch).toBe(epoch)
      expect(asked().slice(before)).toEqual(['GET /session'])
    },
  )

  test('does not offer what makes no sense', async () => {
    const { client, choose, panel, press } = await openPanel(mode, { session: null })
    await choose('Try')
    const expire = panel.getByRole('button', { name: 'Expire now' })
    expect(expire.getAttribute('aria-disabled')).toBe('true')
    await press('Expire now')
    expect(client.getState().cause.type).toBe('seeded')
  })

  test('acts on the session as it is while the panel looks back', async () => {
    const { client, choose, press, panel } = await openPanel(mode, { session: ann() })
    await choose('Try')
    await press('Let a request fail')
    await nextFrame()
    await press('A step back')
    await press('Expire now')

    expect(client.getState().status).toBe('unauthenticated')
    expect(panel.getByText('authenticated', { selector: '.scd-pill' })).toBeDefined()
  })
})
