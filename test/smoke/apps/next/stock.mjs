import assert from 'node:assert/strict'
import { readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from '../processes.mjs'

// `next build` writes it; the types of its routes are not wanted here.
const nextEnv = '/// <reference types="next" />\n/// <reference types="next/image-types/global" />\n'

/**
 * Makes a stock app of next-auth out of an example, by its import path alone, and checks its types.
 *
 * @param {{ example: string, app: string, ours: string, more?: string[] }} what `app`: the example where it is
 * installed. `more`: the folders that show what next-auth does not have.
 */
export async function checkStock(workspace, { example, app, ours, more = [] }) {
  const stock = workspace.copyExample(example, `stock-${example}`)
  for (const folder of more) rmSync(join(stock, folder), { recursive: true })
  const sources = readdirSync(stock, { recursive: true }).filter((name) => /\.tsx?$/.test(name))
  let replaced = 0
  for (const name of sources) {
    const file = join(stock, name)
    const text = readFileSync(file, 'utf8')
    const stockText = text.replaceAll(`'${ours}'`, "'next-auth/react'")
    if (stockText !== text) replaced++
    assert.doesNotMatch(stockText, /'sessionchart\b.*'/, name)
    writeFileSync(file, stockText)
  }
  assert.ok(replaced >= 5, `${replaced} files import ${ours}`)
  writeFileSync(join(stock, 'next-env.d.ts'), nextEnv)
  symlinkSync(join(app, 'node_modules'), join(stock, 'node_modules'), 'junction')
  await run('npx', ['tsc', '--noEmit'], { cwd: stock })
}
