import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { check } from '../report.mjs'

const page = `import { useSession } from 'sessionchart/react'

export default function Page() {
  return <p>{useSession().status}</p>
}
`

/** Adds a Server Component with a hook in it. */
export function addMistake(app) {
  const file = join(app, 'app/(stock)/mistake/page.tsx')
  mkdirSync(dirname(file))
  writeFileSync(file, page)
}

/** The error of Next that our documentation names. */
export async function checkMistake(visit, server) {
  await check('a hook in a Server Component: Next says what is wrong', async () => {
    const answer = await visit.page.request.get('/mistake')
    assert.equal(answer.status(), 500)
    const said = 'Error: Attempted to call useSession() from the server but useSession is on the client.'
    assert.ok(server.output().includes(said), server.output())
  })
}
