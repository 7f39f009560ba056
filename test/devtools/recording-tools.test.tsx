// @vitest-environment jsdom
import { waitFor } from '@testing-library/react'
import { createRecorder, type Recording } from 'sessionchart/inspect'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ann } from '../client/sessions'
import { createTestClient } from '../client/test-client'
import { describeEachReactMode } from '../react/react-modes'
import { openPanel } from './open-panel'

/** What a client has recorded that was signed out by the server. */
async function record(): Promise<Recording> {
  const { client, auth } = createTestClient({ session: ann() })
  const recorder = createRecorder()
  recorder.attach(client)
  client.start()
  auth.session = null
  await client.refetch()
  client.stop()
  return recorder.recording()
}
const fileOf = (content: unknown, name = 'report.json') =>
  new File([typeof content === 'string' ? content : JSON.stringify(content)], name, {
    type: 'application/json',
  })

let saved: Array<{ name: string; blob: Blob }>
beforeEach(() => {
  saved = []
  let last: Blob
  // jsdom has no such URLs, and follows no links.
  vi.stubGlobal(
    'URL',
    Object.assign(class extends URL {}, {
      createObjectURL: (blob: Blob) => {
        last = blob
        return 'blob:recording'
      },
      revokeObjectURL: () => {},
    }),
  )
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push({ name: this.download, blob: last })
  })
})
afterEach(() => vi.unstubAllGlobals())

describeEachReactMode((mode) => {
  test('saves what was recorded as a file, without anything personal', async () => {
    const { choose, press, read, panel } = await openPanel(mode, { session: ann() })
    await read()
    await choose('Recording')
    await press('Download')

    expect(saved).toHaveLength(1)
    expect(saved[0]?.name).toMatch(/^session-\d{4}-.+\.json$/)
    const text = await saved[0]?.blob.text()
    expect(JSON.parse(text ?? '')).toMatchObject({ format: 'sessionchart-recording', version: 1 })
    expect(text).not.toContain('Ann')
    expect(panel.getByText('Saved as a file.')).toBeDefined()
  })

  test('copies it as a test', async () => {
    const { choose, press, read, panel, user } = await openPanel(mode, { session: ann() })
    await read()
    await choose('Recording')
    await press('Copy as a test')

    await panel.findByText('The test is on the clipboard.')
    expect(user).toBeDefined()
    expect(await navigator.clipboard.readText()).toContain('vitest')
  })

  test('says so when the browser forbids to copy', async () => {
    const { choose, press, panel } = await openPanel(mode)
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('not allowed'))
    await choose('Recording')
    await press('Copy as a test')

    await panel.findByText('Could not be copied: not allowed')
  })

  test('looks at a recording of somebody else', async () => {
    const recording = await record()
    const { choose, panel, user, client } = await openPanel(mode, { session: ann() })
    await choose('Recording')
    await user.upload(panel.getByLabelText('Look at a recording'), fileOf(recording))

    await panel.findByText('Opened report.json.')
    expect(panel.getByText(/report\.json/, { selector: '.scd-banner span' })).toBeDefined()
    expect(panel.getByText('The chart of this page does the same with these events.')).toBeDefined()
    await choose('Log')
    expect(panel.getAllByRole('listitem').length).toBeGreaterThan(0)
    expect(client.getState().status).toBe('authenticated')
  })

  test('names what the chart of this page does otherwise', async () => {
    const recording = await record()
    const [part] = recording.parts
    const step = part?.steps.findIndex(({ value }) => JSON.stringify(value).includes('known')) as number
    const other = structuredClone(recording)
    const changed = other.parts[0]?.steps[step] as { value: object }
    changed.value = { ...changed.value, status: 'authenticated' }
    const { choose, panel, user } = await openPanel(mode)
    await choose('Recording')
    await user.upload(panel.getByLabelText('Look at a recording'), fileOf(other))

    await panel.findByText(/step differs|steps differ/)
    expect(panel.getByText(new RegExp(`^Part 1, step ${step + 1}:`))).toBeDefined()
  })

  test('shows no state where a file has nonsense in its place', async () => {
    const recording = await record()
    Object.assign(recording.parts[0]?.context ?? {}, { failure: 'nonsense' })
    const { choose, panel, user } = await openPanel(mode)
    await choose('Recording')
    await user.upload(panel.getByLabelText('Look at a recording'), fileOf(recording))

    await panel.findByText(/^Looking back/)
    await user.click(panel.getByLabelText('A step back'))
    expect(panel.getByRole('slider')).toBeDefined()
  })

  test.each([
    ['it is not JSON', '<html>'],
    ['recording.takenAt', '{"format":"sessionchart-recording","version":1,"chart":"a","takenAt":1e300}'],
    ['recording.format', '{}'],
    ['recording.version', '{"format":"sessionchart-recording","version":2}'],
  ])('refuses a file with the words: %s', async (words, content) => {
    const { choose, panel, user } = await openPanel(mode)
    await choose('Recording')
    await user.upload(panel.getByLabelText('Look at a recording'), fileOf(content))

    await waitFor(() =>
      expect(panel.getByText(/^report\.json cannot be opened/).textContent).toContain(words),
    )
    expect(panel.queryByText(/^Looking back/)).toBeNull()
  })

  test('forgets what was recorded', async () => {
    const { choose, press, read, panel } = await openPanel(mode, { session: ann() })
    await read()
    await choose('Recording')
    expect(panel.queryByText(/^0 events/)).toBeNull()
    await press('Forget')
    await read()

    const left = Number(/^\d+/.exec(panel.getByText(/events are recorded/).textContent ?? '')?.[0])
    expect(left).toBeLessThan(4)
  })
})
