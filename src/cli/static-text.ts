import type { Node } from '@babel/types'

/** The text of a literal; `undefined` for everything else. */
export function textOf(node: Node): string | undefined {
  if (node.type === 'StringLiteral') return node.value
  if (node.type !== 'TemplateLiteral' || node.expressions.length > 0) return undefined
  return node.quasis[0]?.value.cooked ?? undefined
}

/** What a text begins with that is put together, whatever the rest may be. */
export function beginningOf(node: Node): string {
  if (node.type === 'TemplateLiteral') return node.quasis[0]?.value.cooked ?? ''
  if (node.type !== 'BinaryExpression') return textOf(node) ?? ''
  const left = textOf(node.left)
  return left === undefined ? beginningOf(node.left) : left + beginningOf(node.right)
}
