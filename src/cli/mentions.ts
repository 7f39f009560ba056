import type { Comment, Node } from '@babel/types'
import type { Finding, FindingKind } from './findings'
import { nodesOf } from './parse'

const MENTION = /next-auth\\?\/react(?![\w-])/
/** In a comment the quotes tell code, such as `import('next-auth/react')`, from prose. */
const QUOTED = /(["'`])next-auth\/react\1/

/** The strings of a program that contain `next-auth/react`, without those that are known to name a module. */
export function mentionsIn(program: Node, known: Set<Node>): Finding[] {
  return [...nodesOf(program)].flatMap((node) => {
    const text = known.has(node) ? undefined : stringIn(node)
    return text !== undefined && MENTION.test(text) ? finding('text', node, text) : []
  })
}

export const mentionsInComments = (comments: Comment[]): Finding[] =>
  comments
    .filter(({ value }) => QUOTED.test(value))
    .map((comment) => finding('comment', comment, comment.value))

/** The lines of a file that is not code. */
export const mentionsInText = (text: string): Finding[] =>
  text.split('\n').flatMap((line, index) => {
    return MENTION.test(line) ? { kind: 'text', line: index + 1, about: short(line) } : []
  })

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
  const index = lines.findIndex((line) => MENTION.test(line))
  return { kind, line: (loc?.start.line ?? 1) + index, about: short(lines[index] ?? text) }
}

/** As much of a line as can be read at a glance. */
function short(line: string): string {
  const text = line.trim()
  const start = Math.max(0, text.search(MENTION) - 30)
  const part = text.slice(start, start + 70)
  return `${start > 0 ? '…' : ''}${part}${start + 70 < text.length ? '…' : ''}`
}
