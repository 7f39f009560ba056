// What a server does with the package: it renders as a text and as a stream, and asks an Auth.js server who is signed
// in, for the visitor whose cookies it was given. Prints what came of it.
import { once } from 'node:events'
import { createServer } from 'node:http'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { createElement, version } from 'react'
import { renderToPipeableStream, renderToString } from 'react-dom/server'
import { getSession, SessionProvider, SignedIn, useSession } from 'sessionchart/react'

const session = { user: { name: 'Ada' }, expires: '2999-01-01T00:00:00.000Z' }

function Page() {
  const { data, status } = useSession()
  return createElement('p', null, `${status} ${data?.user.name ?? 'nobody'}`)
}
const members = createElement(SignedIn, null, createElement('b', null, 'members'))
const page = (props) => createElement(SessionProvider, props, createElement(Page), members)

async function stream(element) {
  const { pipe } = renderToPipeableStream(element)
  return text(pipe(new PassThrough()))
}

const server = createServer((request, response) => {
  const known = request.url === '/api/auth/session' && request.headers.cookie === 'authjs.session-token=ada'
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify(known ? session : null))
}).listen(0, '127.0.0.1')
await once(server, 'listening')
process.env.NEXTAUTH_URL = `http://127.0.0.1:${server.address().port}/api/auth`
const ask = (cookie) => getSession({ req: { headers: { cookie } } })

console.log(
  JSON.stringify({
    react: version,
    known: renderToString(page({ session })),
    unknown: renderToString(page({})),
    streamed: await stream(page({ session })),
    asked: (await ask('authjs.session-token=ada'))?.user.name,
    askedForAnother: await ask('authjs.session-token=eve'),
  }),
)
server.close()
server.closeAllConnections()
