/** What Mermaid reads in a sequence diagram, as far as ours go: its lexer ends a text at `#`, `;` and a new line. */
const TEXT = '[^#;%<>\\n]*[^#;%<>\\s]'
const PARTICIPANT = new RegExp(`^  participant (\\w+) as (${TEXT})$`)
const NOTE = new RegExp(`^  Note over (\\w+)(?:,(\\w+))?: (${TEXT})$`)
const ARROW = new RegExp(`^  (\\w+)(->>|-->>|-\\)|-x|--x)(\\w+): (${TEXT})$`)
// With these words a line is read as something else.
const RESERVED =
  /^(activate|actor|alt|and|autonumber|box|break|create|critical|deactivate|destroy|details|else|end|links?|loop|note|off|opt|option|over|par|par_over|participant|properties|rect|title)$/i

export interface ReadDiagram {
  /** By id. */
  participants: Map<string, string>
  notes: Array<{ over: string[]; text: string }>
  arrows: Array<{ from: string; to: string; arrow: string; text: string }>
  /** Lines that cannot be read, and ids that nobody has. */
  faults: string[]
}

export function readSequence(diagram: string): ReadDiagram {
  const [head, ...lines] = diagram.split('\n')
  const read: ReadDiagram = { participants: new Map(), notes: [], arrows: [], faults: [] }
  if (head !== 'sequenceDiagram') read.faults.push(String(head))
  const used: string[] = []
  for (const line of lines) {
    const [, id = '', name = ''] = PARTICIPANT.exec(line) ?? []
    const [, first = '', last, noted = ''] = NOTE.exec(line) ?? []
    const [, from = '', arrow = '', to = '', said = ''] = ARROW.exec(line) ?? []
    if (id) read.participants.set(id, name)
    else if (first) read.notes.push({ over: last ? [first, last] : [first], text: noted })
    else if (from) read.arrows.push({ from, to, arrow, text: said })
    else read.faults.push(line)
    used.push(...[first, last ?? '', from, to].filter(Boolean))
  }
  const isKnown = (id: string) => read.participants.has(id) && !RESERVED.test(id)
  read.faults.push(...used.filter((id) => !isKnown(id)))
  // Who has no part in it only makes it wider.
  read.faults.push(...[...read.participants.keys()].filter((id) => !used.includes(id)))
  return read
}
