import * as React from 'react'
import { type Recorder, type Recording, toTest } from 'sessionchart/inspect'
import { copy, download } from '../page/page'
import type { Past } from '../states/past'
import { readRecording } from './read-recording'

interface RecordingToolsProps {
  recorder: Recorder
  /** What is looked at, or what has been recorded so far. */
  recording: Recording
  /** What the chart does with it, when it is looked at. */
  past: Past | null
  onOpen(recording: Recording, file: string): void
}

const TYPE = 'application/json,.json'

/** Takes a recording along, as a file or as a test, and brings one in. */
export function RecordingTools({
  recorder,
  recording,
  past,
  onOpen,
}: RecordingToolsProps): React.ReactElement {
  const [message, setMessage] = React.useState('')
  const id = React.useId()
  const steps = recording.parts.reduce((sum, part) => sum + part.steps.length, 0)

  const save = () => {
    download(
      `session-${new Date(recording.takenAt).toISOString().replaceAll(':', '-')}.json`,
      text(recording),
    )
    setMessage('Saved as a file.')
  }
  const copyTest = async () => {
    try {
      await copy(toTest(recording))
      setMessage('The test is on the clipboard.')
    } catch (error) {
      setMessage(`Could not be copied: ${(error as Error).message}`)
    }
  }
  const open = async (file: File | undefined) => {
    if (!file) return
    try {
      onOpen(readRecording(await file.text()), file.name)
      setMessage(`Opened ${file.name}.`)
    } catch (error) {
      setMessage(`${file.name} cannot be opened: ${(error as Error).message}`)
    }
  }

  return (
    <>
      <p className="scd-quiet">
        {steps} events are recorded, without names, sessions and addresses. A recording can be attached to an
        error report and looked at here.
      </p>
      <div className="scd-buttons">
        <button type="button" className="scd-button" onClick={save}>
          Download
        </button>
        <button type="button" className="scd-button" onClick={copyTest}>
          Copy as a test
        </button>
        <button
          type="button"
          className="scd-button"
          onClick={() => {
            recorder.clear()
            setMessage('What was recorded is forgotten.')
          }}
        >
          Forget
        </button>
      </div>
      <div className="scd-field">
        <label htmlFor={id}>Look at a recording</label>
        <input
          id={id}
          type="file"
          accept={TYPE}
          className="scd-file"
          onChange={(event) => void open(event.target.files?.[0])}
        />
      </div>
      <p role="status" className="scd-message">
        {message}
      </p>
      {past && <Differences past={past} />}
    </>
  )
}

const text = (recording: Recording) => JSON.stringify(recording, null, 2)

/** Where the chart of today goes another way than that of the recording. */
function Differences({ past: { sameChart, differences } }: { past: Past }) {
  if (sameChart && differences.length === 0) {
    return <p className="scd-quiet">The chart of this page does the same with these events.</p>
  }
  return (
    <>
      <p>
        {sameChart ? 'It is the same chart' : 'It was recorded with another version of the chart'},{' '}
        {differences.length === 0
          ? 'which does the same with these events.'
          : `and ${differences.length} ${differences.length === 1 ? 'step differs' : 'steps differ'}:`}
      </p>
      <ul className="scd-list">
        {differences.map(({ part, step, event }) => (
          <li key={`${part} ${step}`}>
            Part {part + 1}, step {step + 1}: <code>{event?.type ?? 'the beginning'}</code>
          </li>
        ))}
      </ul>
    </>
  )
}
