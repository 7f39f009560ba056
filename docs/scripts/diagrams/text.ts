// Wide, after DejaVu Sans, so that it is enough for most fonts that the pictures may be shown in. In thousandths
// of an em.
const WIDTHS: Array<[characters: string, width: number]> = [
  ["ijl'|", 280],
  [' .,:;!f[]()/-I', 395],
  ['tr', 411],
  ['szJ_?"*', 530],
  ['ckvxyL', 595],
  ['abdeghnopqu0123456789TYFE', 636],
  ['ABCKPSVXZR', 695],
  ['DGHNOQU#', 790],
  ['w+', 838],
  ['mMW→%@', 990],
]
const OTHER = 800
const BOLD = 1.1
const TIGHTER = 0.95

/** How wide a line of text is at most, in pixels. A table, because a font of this machine is not the reader's. */
export function widthOf(text: string, size: number, bold = false): number {
  const thousandths = [...text].reduce(
    (sum, character) => sum + (WIDTHS.find(([characters]) => characters.includes(character))?.[1] ?? OTHER),
    0,
  )
  return Math.ceil((thousandths / 1000) * TIGHTER * size * (bold ? BOLD : 1))
}

/** Breaks text between words into lines no wider than that. */
export function wrap(text: string, size: number, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ').filter(Boolean)) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word
    if (lines.length > 0 && widthOf(longer, size) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

/** Text as it may stand in XML. */
export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
