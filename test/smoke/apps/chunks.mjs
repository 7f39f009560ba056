import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

// Texts that stand in one of our files only, and that a bundler leaves alone.
const marks = { authjs: 'X-Auth-Return-Redirect', core: 'refetchWhenOffline' }

/**
 * The files of a build that hold the sign-in and sign-out of Auth.js, which nobody waits for at the first render.
 *
 * @throws AssertionError when they are not apart from the rest.
 */
export function findAuthjsChunks(app, folder) {
  const ours = (name) => readFileSync(join(app, 'node_modules/sessionchart/dist', name), 'utf8')
  assert.ok(ours('authjs.js').includes(marks.authjs) && !ours('authjs.js').includes(marks.core))
  assert.ok(ours('index.js').includes(marks.core) && !ours('index.js').includes(marks.authjs))

  const names = readdirSync(join(app, folder)).filter((name) => name.endsWith('.js'))
  const chunks = names.map((name) => ({ name, text: readFileSync(join(app, folder, name), 'utf8') }))
  const withCore = chunks.filter(({ text }) => text.includes(marks.core))
  const withAuthjs = chunks.filter(({ text }) => text.includes(marks.authjs))
  assert.ok(withCore.length > 0, 'no chunk holds the core')
  assert.ok(withAuthjs.length > 0, 'no chunk holds the Auth.js protocol')
  for (const { name, text } of withAuthjs) {
    assert.ok(!text.includes(marks.core), `${name} holds the core and the Auth.js protocol`)
  }
  print('core, and what is in one chunk with it', withCore)
  print('authjs', withAuthjs)
  return withAuthjs.map(({ name }) => name)
}

function print(what, chunks) {
  for (const { name, text } of chunks) {
    console.log(`    ${what}: ${name}, ${text.length} B, ${gzipSync(text).length} B in gzip`)
  }
}
