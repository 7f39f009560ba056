import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { nodesIn } from '../machines/source-files'
import type { Path } from './chart-parts'

/** Tells where a part of a chart is written down, and how. */
export function readChart(file: string): (path: Path) => { line: number; text: string } {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  const chart = nodesIn(source)
    .filter(ts.isCallExpression)
    .find(({ expression }) => expression.getText().endsWith('.createMachine'))?.arguments[0]
  if (!chart) throw new Error(`${file} makes no machine.`)
  return (path) => {
    const node = path.reduce(into, chart)
    const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1
    return { line, text: node.getText().replace(/\s+/g, ' ') }
  }
}

/** A property with its name, and what is in its value. */
function into(node: ts.Node, key: string | number): ts.Node {
  const value = ts.isPropertyAssignment(node) ? node.initializer : node
  const parts = ts.isObjectLiteralExpression(value)
    ? value.properties.filter((property) => (property.name as ts.Identifier | ts.StringLiteral).text === key)
    : [(value as ts.ArrayLiteralExpression).elements[Number(key)]]
  if (!parts[0]) throw new Error(`${key} is not written down.`)
  return parts[0]
}
