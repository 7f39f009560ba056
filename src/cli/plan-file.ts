import { Buffer } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { TextDecoder } from 'node:util'
import type { Choice } from './choose-target'
import type { Target } from './entries'
import type { Finding } from './findings'
import { mentionsInText } from './mentions'
import { isSource } from './parse'
import { rewrite } from './rewrite'

export interface Change {
  /** With slashes, from the folder in which the command runs. */
  path: string
  /** The same from the root. */
  file: string
  before: string
  after: string
  replaced: Target[]
}

export interface FilePlan {
  change?: Change
  findings: Finding[]
  /** The lines in which types are extended in a way that stays right. */
  honoured: number[]
}

const NAME = 'next-auth'
const NAME_IN_UTF_16 = Buffer.from(NAME, 'utf16le')
const MANUAL_MOCK = /(^|\/)__mocks__\/next-auth\/react(\/index)?\.[cm]?[jt]sx?$/
/** Of code. The tree of a larger file, which no person has written, fills the memory. */
const LARGEST_MB = 2

/** Reads a file and finds out what is to be done. */
export function planFile(file: string, path: string, chooseTarget: () => Choice): FilePlan {
  const mocks: Finding[] = MANUAL_MOCK.test(path) ? [{ line: 1, kind: 'manualMock', about: path }] : []
  try {
    const plan = planText(file, path, chooseTarget)
    return { ...plan, findings: [...mocks, ...plan.findings] }
  } catch (error) {
    return { findings: [...mocks, unreadable(error)], honoured: [] }
  }
}

/** The parser says where it gave up. */
function unreadable(error: unknown): Finding {
  const { loc, message } = error as { loc?: { line: number }; message: string }
  return { kind: 'unreadable', line: loc?.line ?? 1, about: message }
}

function planText(file: string, path: string, chooseTarget: () => Choice): FilePlan {
  const bytes = readFileSync(file)
  // Most files need not be decoded, and fewer parsed.
  if (!bytes.includes(NAME)) return { findings: inUtf16(bytes), honoured: [] }
  const before = decode(bytes)
  if (!isSource(file)) return { findings: mentionsInText(before), honoured: [] }
  const size = bytes.length / 1e6
  if (size > LARGEST_MB)
    throw new Error(`it has ${size.toFixed(1)} MB, and only up to ${LARGEST_MB} MB are parsed`)
  const { text, replaced, findings, honoured } = rewrite(before, file, chooseTarget)
  const change = replaced.length > 0 ? { path, file, before, after: text, replaced } : undefined
  return { change, findings, honoured }
}

/** Big-endian text has these bytes, too, one further on. */
const inUtf16 = (bytes: Buffer): Finding[] =>
  bytes.includes(NAME_IN_UTF_16.subarray(0, -1))
    ? [{ line: 1, kind: 'unreadable', about: 'it is in UTF-16, and only UTF-8 is read' }]
    : []

/** Throws a `TypeError` for other encodings: of those the bytes would not be the same when they are written. */
const decode = (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
