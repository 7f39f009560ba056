import MarkdownIt from 'markdown-it'
import type { Page } from './pages'

/** A piece of code in a page, and what a comment before it says of it. */
export interface Block {
  page: string
  /** The line of the page that its first line is. */
  line: number
  language: string
  code: string
  /** The file that it is, as its first line says: `// app/layout.tsx`. */
  file: string | null
  /** Code that comes before it and is not shown. */
  hidden: string
  /** It goes on where the block before it ends. */
  continues: boolean
  /** It changes what all others see, and is looked at by itself. */
  alone: boolean
}

const markdown = new MarkdownIt({ html: true })
const NOTE = /<!-- snippet:(.*?)-->/s
const WORDS = /^\s*((?:continues|alone)\b[ \t]*)*/

/** All code of a page, in the order of the page. */
export function readBlocks({ path, text }: Page): Block[] {
  let note = ''
  const blocks: Block[] = []
  for (const { type, info, content, map } of markdown.parse(text, {})) {
    if (type === 'html_block') {
      note = NOTE.exec(content)?.[1] ?? note
    } else if (type === 'fence') {
      const words = WORDS.exec(note)?.[0] ?? ''
      blocks.push({
        page: path,
        line: (map?.[0] ?? 0) + 2,
        language: info.trim(),
        code: content,
        file: /^\/\/ ([\w./()[\]-]+\.tsx?)$/m.exec(content.split('\n')[0] ?? '')?.[1] ?? null,
        hidden: note.slice(words.length).trim(),
        continues: words.includes('continues'),
        alone: words.includes('alone'),
      })
      note = ''
    }
  }
  if (note) throw new Error(`${path}: nothing follows the last <!-- snippet -->.`)
  return blocks
}
