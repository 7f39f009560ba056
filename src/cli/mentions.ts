import type { Comment, Node } from '@babel/types'
import type { Finding, FindingKind } from './findings'

/** With a version, as a URL has it, or without. */
const MENTION = /next-auth(@[\w.^~-]+)?\\?\/react(?![\w-])/
/** In a comment the quotes tell code, such as `import('next-auth/react')`, from prose. */
const QUOTED = /(["'`])next-auth\/react\1/

export const isMention = (text: string): boolean => MENTION.test(text)

/** What a node says of `next-auth/react` if it is a string. */
export function mentionIn(node: Node): Finding | undefined {
  const text = stringIn(node)
  return text !== undefined && isMention(text) ? finding('text', node, text) : undefined
}

export const mentionsInComments = (comments: Comment[]): Finding[] =>
  comments
    .filter(({ value }) => QUOTED.test(value))
    .map((comment) => finding('comment', comment, comment.value))

/** The lines of a file that is not code. */
export const mentionsInText = (text: string): Finding[] =>
  text.split('\n').flatMap((line, index) => {
    return isMention(line) ? { kind: 'text', line: index + 1, about: short(line) } : []
  })

/** The first line of a text that names the module. */
export function lineOfMention(text: string): number | undefined {
  const start = text.search(MENTION)
  return start < 0 ? undefined : text.slice(0, start).split('\n').length
}

function stringIn(node: Node): string | undefined {
  switch (node.type) {
    case 'StringLiteral':
    case 'DirectiveLiteral':
      return node.value
    case 'TemplateElement':
      return node.value.raw
    case 'RegExpLiteral':
      return node.pattern
    default:
      return undefined
  }
}

function finding(kind: FindingKind, { loc }: Node | Comment, text: string): Finding {
  const lines = text.split('\n')
  const index = lines.findIndex(isMention)
  return { kind, line: (loc?.start.line ?? 1) + index, about: short(lines[index] ?? text) }
}

/** As much of a line as can be read at a glance. */
function short(line: string): string {
  const text = line.trim()
  const start = Math.max(0, text.search(MENTION) - 30)
  const part = text.slice(start, start + 70)
  return `${start > 0 ? '…' : ''}${part}${start + 70 < text.length ? '…' : ''}`
}
