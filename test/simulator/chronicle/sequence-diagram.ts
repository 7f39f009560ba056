/** What is told of a moment: a note, or an arrow. A note over `null` is one over all. */
export type Line =
  | { at: number; over: string | null; text: string; saysTime?: boolean }
  | { at: number; from: string; to: string; arrow: Arrow; text: string }

/** What leads to the server, the lock or the storage; what comes from there; between tabs; and what does not arrive. */
type Arrow = '->>' | '-->>' | '-)' | '-x' | '--x'

// Less is no time to a reader: a request takes longer.
const PAUSE_MS = 500

/** Lines as a sequence diagram in Mermaid, between those of the participants that have a part. */
export function writeSequence(participants: string[], lines: Line[]): string {
  const all = participants.filter((name) => lines.some((line) => isIn(name, line)))
  const everybody = [...new Set([all[0], all.at(-1)])].map((name) => idOf(name ?? '')).join(',')
  const note = (over: string | null, text: string) =>
    `  Note over ${over === null ? everybody : idOf(over)}: ${plain(text)}`

  let toldAt = 0
  const body = lines.flatMap((line) => {
    const isPause = line.at - toldAt >= PAUSE_MS
    if (isPause || ('over' in line && line.saysTime)) toldAt = line.at
    if ('over' in line) {
      if (line.saysTime) return note(line.over, `${seconds(line.at)}: ${line.text}`)
      return [...(isPause ? [note(null, seconds(line.at))] : []), note(line.over, line.text)]
    }
    const arrow = `  ${idOf(line.from)}${line.arrow}${idOf(line.to)}: ${plain(line.text)}`
    return isPause ? [note(null, seconds(line.at)), arrow] : arrow
  })
  return ['sequenceDiagram', ...all.map((name) => `  participant ${idOf(name)} as ${name}`), ...body].join(
    '\n',
  )
}

export const seconds = (milliseconds: number) => `${(milliseconds / 1_000).toFixed(3)} s`

const isIn = (name: string, line: Line) =>
  'over' in line ? line.over === name : line.from === name || line.to === name

const idOf = (name: string) => name.replaceAll(' ', '')

// To Mermaid these end a text, begin a comment, or are HTML.
const plain = (text: string) =>
  text.replace(/[#;<>%\s]+/g, (found) => (found.trim() === '' ? ' ' : found.replace(/\S+/g, ',')))
