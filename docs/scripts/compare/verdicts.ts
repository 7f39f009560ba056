import type { Finding } from './run-scenarios'

/** What holds for both libraries, of one test or of several that differ in their values alone. */
export interface Verdict {
  names: string[]
  /** What it says of next-auth. */
  theirs: string
}

/** What one test says of next-auth, apart from what exactly it did instead. */
function gist({ outcome, isPartial }: Finding, strict: Finding | undefined): string {
  const mark = outcome === 'holds' && isPartial ? '*' : ''
  if (!strict || strict.outcome === outcome) return `${outcome}${mark}`
  return outcome === 'holds' ? `holds${mark}, but not in StrictMode` : `${outcome}, except in StrictMode`
}

/** Brings together what the tests of one scenario say. */
export function judge(findings: Finding[]): Verdict[] {
  const find = (wanted: Pick<Finding, 'library' | 'name' | 'place'>, isStrict: boolean) =>
    findings.find(
      ({ library, name, place, ...one }) =>
        library === wanted.library &&
        name === wanted.name &&
        place === wanted.place &&
        one.isStrict === isStrict,
    )
  const groups = new Map<string, { ours: Finding[]; theirs: Finding[]; gists: [string, string] }>()
  for (const ours of findings.filter((one) => one.library === 'sessionchart' && !one.isStrict)) {
    const theirs = find({ ...ours, library: 'next-auth' }, false)
    if (!theirs) throw new Error(`next-auth was not asked: ${ours.name}`)
    const gists: [string, string] = [gist(ours, find(ours, true)), gist(theirs, find(theirs, true))]
    const key = [ours.place, ...gists].join()
    const group = groups.get(key) ?? { ours: [], theirs: [], gists }
    group.ours.push(ours)
    group.theirs.push(theirs)
    groups.set(key, group)
  }
  return [...groups.values()].map(({ ours, theirs, gists }) => ({
    names: ours.map(({ name }) => name),
    theirs: withInsteads(gists[1], theirs),
  }))
}

/** With what was there instead, where it is known: at most two different things. */
function withInsteads(gist: string, findings: Finding[]): string {
  const insteads = [...new Set(findings.map(({ instead }) => instead).filter(Boolean))]
  if (insteads.length === 0) return gist
  return `${gist}: ${insteads.slice(0, 2).join('; or ')}${insteads.length > 2 ? '; or else' : ''}`
}

/** How many of the tests hold, of how many that could be asked; and how many could not be. */
export function count(findings: Finding[], wanted: Finding['library']) {
  const all = findings.filter(({ library, isStrict }) => library === wanted && !isStrict)
  const absent = all.filter(({ outcome }) => outcome === 'has no such thing').length
  const held = all.filter(({ outcome }) => outcome === 'holds').length
  return { held, asked: all.length - absent, absent }
}
