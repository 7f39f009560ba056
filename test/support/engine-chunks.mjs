import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

// Texts that stand in one of our files only, and that a bundler leaves alone.
const marks = {
  client: 'failed twice in 10 s',
  engine: 'X-Auth-Return-Redirect',
  'machines/session': 'isUnreachableSeed',
}

/**
 * The files of a build that hold the engine, with the chart and the protocol of Auth.js, which nobody waits for at the
 * first render.
 *
 * @throws AssertionError when they are not apart from the rest.
 */
export function findEngineChunks(app, folder) {
  for (const [file, mark] of Object.entries(marks)) {
    const text = readFileSync(join(app, 'node_modules/sessionchart/dist', `${file}.js`), 'utf8')
    const others = Object.values(marks).filter((other) => other !== mark)
    assert.ok(text.includes(mark) && !others.some((other) => text.includes(other)), file)
  }
  const names = readdirSync(join(app, folder)).filter((name) => name.endsWith('.js'))
  const chunks = names.map((name) => ({ name, text: readFileSync(join(app, folder, name), 'utf8') }))
  const withClient = chunks.filter(({ text }) => text.includes(marks.client))
  const late = chunks.filter(
    ({ text }) => text.includes(marks.engine) || text.includes(marks['machines/session']),
  )
  assert.ok(withClient.length > 0, 'no chunk holds the client')
  assert.ok(late.length > 0, 'no chunk holds the engine')
  for (const { name, text } of late) {
    assert.ok(!text.includes(marks.client), `${name} holds the client and its engine`)
  }
  print('client, and what is in one chunk with it', withClient)
  print('engine', late)
  return late.map(({ name }) => name)
}

function print(what, chunks) {
  for (const { name, text } of chunks) {
    console.log(`    ${what}: ${name}, ${text.length} B, ${gzipSync(text).length} B in gzip`)
  }
}
