import type { Node } from '@babel/types'
import type { Choice } from './choose-target'
import type { Target } from './entries'
import type { Finding } from './findings'
import { judge, type Verdict } from './judge'
import { mentionIn, mentionsInComments } from './mentions'
import { type ModuleName, makeModuleNames } from './module-names'
import { nodesOf, parse } from './parse'
import { textOf } from './static-text'

export interface Rewritten {
  text: string
  /** What was put in the place of `next-auth/react`, once for each place. */
  replaced: Target[]
  findings: Finding[]
  /** The lines of declarations that stay because sessionchart takes them into account. */
  honoured: number[]
}

interface Judged {
  node: Node
  line: number
  verdict: Verdict | undefined
}

const BYTE_ORDER_MARK = '\uFEFF'

/**
 * Puts an entry of sessionchart in the place of `next-auth/react` in the text of a file, and changes nothing else.
 * `chooseTarget` is asked when there is something to replace. Throws a `SyntaxError` when the text is no code.
 */
export function rewrite(text: string, path: string, chooseTarget: () => Choice): Rewritten {
  // A line with #! after it would be none to the parser.
  const mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : ''
  const code = text.slice(mark.length)
  const { program, comments, isModule } = parse(code, path)
  const { modules, mentions } = survey(program)
  const judged = modules.map((module): Judged => {
    const { node } = module
    return { node, line: node.loc?.start.line ?? 1, verdict: judge(module, chooseTarget, isModule) }
  })

  const replacements = judged.flatMap(({ node, verdict }) => {
    return verdict?.kind === 'replace' ? { node, target: verdict.target } : []
  })
  const known = stringsOf(judged)
  return {
    text: mark + replace(code, replacements),
    replaced: replacements.map(({ target }) => target),
    findings: inOrder([
      ...judged.flatMap(findingOf),
      ...mentions.flatMap(({ node, finding }) => (known.has(node) ? [] : finding)),
      ...mentionsInComments(comments),
    ]),
    honoured: judged.flatMap(({ verdict, line }) => (verdict?.kind === 'honoured' ? line : [])),
  }
}

/** What matters in a program, in one go: generated code can have millions of nodes. */
function survey(program: Node) {
  const modules: ModuleName[] = []
  const mentions: Array<{ node: Node; finding: Finding }> = []
  const moduleNameOf = makeModuleNames()
  for (const node of nodesOf(program)) {
    const module = moduleNameOf(node)
    if (module) modules.push(module)
    const finding = mentionIn(node)
    if (finding) mentions.push({ node, finding })
  }
  return { modules, mentions }
}

/** From the end on, so that the places before it stay where they are. The quotes stay, too. */
function replace(code: string, replacements: Array<{ node: Node; target: Target }>): string {
  const places = replacements.map(({ node, target }) => ({
    start: Number(node.start) + 1,
    end: Number(node.end) - 1,
    target,
  }))
  return places
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end, target }) => text.slice(0, start) + target + text.slice(end), code)
}

function findingOf({ verdict, line }: Judged): Finding[] {
  if (!verdict || verdict.kind === 'replace' || verdict.kind === 'honoured') return []
  return [{ kind: verdict.kind, line, about: verdict.about }]
}

/** From top to bottom, without what would be said twice of a line. */
function inOrder(findings: Finding[]): Finding[] {
  const different = new Map(findings.map((finding) => [JSON.stringify(finding), finding]))
  return [...different.values()].sort((a, b) => a.line - b.line)
}

/** The strings that are known to name a module, ours or another. */
function stringsOf(judged: Judged[]): Set<Node> {
  const known = judged.filter(({ node, verdict }) => verdict || textOf(node) !== undefined)
  return new Set(known.flatMap(({ node }) => [...nodesOf(node)]))
}
