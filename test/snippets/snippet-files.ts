import type { Block } from './blocks'
import { root } from './pages'

/** A block as a file that can be checked. It is nowhere on the disk. */
export interface SnippetFile {
  path: string
  text: string
  block: Block
  /** How many lines come before the block. */
  before: number
}

/** Where the pages are thought to be, each an app of its own. */
export const appsFolder = `${root}.tmp/snippets/`
export const folderOf = (page: string) => `${appsFolder}${page.replaceAll(/[^\w/]/g, '-')}/`

/** The pieces of TypeScript among the blocks of one page, each with what it leaves out. */
export function filesOf(blocks: Block[]): SnippetFile[] {
  const files: SnippetFile[] = []
  const known = blocks.filter(({ language }) => language === 'ts' || language === 'tsx')
  for (const [place, block] of known.entries()) {
    const last = files.at(-1)
    if (block.continues && !last) throw new Error(`${block.page}: there is nothing to continue.`)
    const above = block.continues ? (last?.text ?? '').replace('\nexport {}\n', '') : ''
    const before = [above, block.hidden].filter(Boolean).join('\n')
    const start = before ? `${before}\n` : ''
    const path = folderOf(block.page) + (block.file ?? `block-${place}.${block.language}`)
    if (files.some((other) => other.path === path)) throw new Error(`${block.page} has ${block.file} twice.`)
    files.push({
      path,
      // Without an import it would be a script, and its names would be those of all.
      text: `${start}${separate(block.code)}\nexport {}\n`,
      block,
      before: start.split('\n').length - 1,
    })
  }
  return files
}

/** Markup that a page shows as it stands somewhere in an app, and not as the second half of a comparison. */
const separate = (code: string) => code.replaceAll(/(^|\n\n)</g, '$1;<')
