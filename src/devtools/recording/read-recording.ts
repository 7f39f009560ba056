import { type Recording, replay } from 'sessionchart/inspect'

/**
 * Reads a file that may hold anything.
 *
 * @throws Error that says what is wrong with it.
 */
export function readRecording(text: string): Recording {
  let recording: Recording
  try {
    recording = JSON.parse(text)
  } catch {
    throw new TypeError('it is not JSON.')
  }
  // It looks at it closely.
  replay(recording)
  return recording
}
