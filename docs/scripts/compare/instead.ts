import { readFileSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'
import ts from 'typescript'
import type { TestError } from 'vitest'

const LONGEST = 110

/** What was there instead of what was expected: the words of the expectation that failed, and the values. */
export function insteadOf(error: TestError, file: string): string {
  if (error.message.includes('Test timed out')) return 'it does not come to an end'
  const [message = ''] = stripVTControlCharacters(error.message).split('\n')
  const frame = error.stacks?.find((one) => one.file === file)
  const subject = frame && subjectAt(file, frame.line, frame.column)
  if (error.name !== 'AssertionError' || !subject) return `it throws ${code(message)}`
  if (error.actual === undefined && error.expected === undefined) return `${code(subject)}: ${code(message)}`
  return `${code(subject)} is ${code(error.actual ?? 'undefined')}`
}

/** What stands within the `expect(…)` to which this place belongs. */
function subjectAt(file: string, line: number, column: number): string | undefined {
  const source = ts.createSourceFile(
    file,
    readFileSync(file, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
    ts.ScriptKind.TSX,
  )
  const position = source.getPositionOfLineAndCharacter(line - 1, column - 1)
  let found: string | undefined
  const visit = (node: ts.Node): void => {
    if (position < node.getStart() || position > node.getEnd()) return
    if (ts.isCallExpression(node) && node.expression.getText() === 'expect')
      found = node.arguments[0]?.getText()
    else if (ts.isPropertyAccessExpression(node)) found = rootOf(node) ?? found
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** The argument of the `expect` with which a chain such as `expect(x).resolves.toBe` begins. */
function rootOf(node: ts.Expression): string | undefined {
  if (ts.isPropertyAccessExpression(node)) return rootOf(node.expression)
  if (!ts.isCallExpression(node)) return undefined
  return node.expression.getText() === 'expect' ? node.arguments[0]?.getText() : rootOf(node.expression)
}

/** Of the run, and not of the test: those are in 2099. */
const TIMES = /20(?!99)\d\d-\d\d-\d\dT[\d:.]+Z/g

const short = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text)
const code = (value: unknown) =>
  `\`${short(
    (String(value) || "''")
      .replaceAll(/\s+/g, ' ')
      .replaceAll(TIMES, '…')
      .replaceAll(/,? ([}\]])/g, '$1')
      .replaceAll(/([{[]) /g, '$1')
      .replaceAll(/("[^"]*")(?:, \1){2,}/g, (all, one) => `${one} × ${all.split(', ').length}`)
      .replaceAll('`', "'"),
  )}\``
