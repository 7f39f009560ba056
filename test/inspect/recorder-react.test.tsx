// @vitest-environment jsdom

import { createRecorder, replay } from 'sessionchart/inspect'
import { SessionProvider } from 'sessionchart/react'
import { expect, test } from 'vitest'
import { createFakePage } from '../client/fake-page'
import { describeEachReactMode } from '../react/react-modes'
import { settle } from '../react/served-auth'

describeEachReactMode(({ render }) => {
  test('records a mounted provider as one part, and as another one when it is mounted again', async () => {
    const recorder = createRecorder()
    const { environment } = createFakePage()
    const app = (
      <SessionProvider inspect={recorder.inspect} environment={environment}>
        <p>This page</p>
      </SessionProvider>
    )
    const { rerender } = render(app)
    await settle()
    expect(recorder.recording().parts).toMatchObject([{ value: { status: 'loading' } }])

    rerender(<p>Another page</p>)
    await settle()
    rerender(app)
    await settle()

    const recording = recorder.recording()
    expect(recording.parts).toMatchObject([{ end: { type: 'stopped' } }, {}])
    expect(recording.parts[1]).not.toHaveProperty('end')
    for (const { steps } of recording.parts) {
      expect(steps.at(-1)?.value).toMatchObject({ status: 'authenticated' })
    }
    expect(replay(recording).differences).toEqual([])
  })
})
