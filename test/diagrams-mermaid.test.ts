import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const page = readFileSync(new URL('../docs/statecharts.md', import.meta.url), 'utf8')
const blocks = [...page.matchAll(/```mermaid\n([\s\S]*?)\n```/g)].map(([, text]) =>
  (text as string).split('\n'),
)

// What Mermaid's grammar of state diagrams takes: ids are words, and a label ends at a colon or a semicolon.
const NAMED = /^ +state "[^":;]+" as (\w+)$/
const OUTER = /^ +state (\w+) \{$/
const END = /^ +\}$/
const ARROW = /^ +(\w+|\[\*\]) --> (\w+|\[\*\])( : [^:;#{}"]+)?$/
// With these words a line is read as something else.
const RESERVED = /^(accdescr|acctitle|class|classdef|default|direction|end|hide|note|scale|state)$/i

test('the page has a diagram for each region', () => {
  expect(blocks).toHaveLength([...page.matchAll(/^\| State \|/gm)].length)
  expect(blocks).not.toEqual([])
})

describe.each(blocks.map((lines) => [lines[1], lines] as const))(
  'the diagram that begins with %s',
  (_, lines) => {
    const [head, ...body] = lines

    test('is written in lines that Mermaid reads', () => {
      expect(head).toBe('stateDiagram-v2')
      expect(body.filter((line) => ![NAMED, OUTER, END, ARROW].some((shape) => shape.test(line)))).toEqual([])
    })

    test('names every state that its arrows lead to', () => {
      const named = body.flatMap((line) => NAMED.exec(line)?.[1] ?? [])
      const ends = body.flatMap((line) => ARROW.exec(line)?.slice(1, 3) ?? [])

      expect(named.filter((id) => RESERVED.test(id))).toEqual([])
      expect(ends.filter((id) => id !== '[*]' && !named.includes(id))).toEqual([])
    })

    test('closes every state that it opens, and opens named ones alone', () => {
      const named = body.flatMap((line) => NAMED.exec(line)?.[1] ?? [])
      const opened = body.flatMap((line) => OUTER.exec(line)?.[1] ?? [])

      expect(body.filter((line) => END.test(line))).toHaveLength(opened.length)
      expect(opened.filter((id) => !named.includes(id))).toEqual([])
    })
  },
)
