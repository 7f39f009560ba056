import { format } from 'node:util'
import { afterEach, beforeEach, expect, vi } from 'vitest'

let complaints: string[] = []

/** What was written to the console as a warning or an error. A test that does not take it must cause none. */
export function takeComplaints(): string[] {
  const taken = complaints
  complaints = []
  return taken
}

/** Overlooks complaints that begin so. */
export function dropComplaints(beginning: string): void {
  complaints = complaints.filter((complaint) => !complaint.startsWith(beginning))
}

beforeEach(() => {
  const note = (...args: unknown[]) => {
    complaints.push(format(...args))
  }
  vi.spyOn(console, 'error').mockImplementation(note)
  vi.spyOn(console, 'warn').mockImplementation(note)
})
afterEach(() => {
  expect(takeComplaints()).toEqual([])
})
