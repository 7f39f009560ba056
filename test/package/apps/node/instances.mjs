// Loads every entry in the ways that the arguments name, and prints what differs between the ways.
import { createRequire } from 'node:module'
import { entries } from './entries.mjs'

const require = createRequire(import.meta.url)
const load = { import: (entry) => import(entry), require: (entry) => require(entry) }
const ways = process.argv.slice(2)

globalThis.fetch = () => Promise.reject(new TypeError('no network'))
console.error = () => {}

// Each way is the first for some entry.
const loaded = []
for (const turn of ways.keys()) {
  for (const [index, entry] of entries.entries()) {
    loaded.push(await load[ways[(index + turn) % ways.length]](entry))
  }
}

// The default client is kept in a page only.
globalThis.window = {}
const each = (name) => loaded.flatMap((module) => (name in module ? [module[name]] : []))
const different = (values) => new Set(values).size

const clients = each('getSessionClient').map((getSessionClient) => getSessionClient())
const signIns = each('signIn')
const [SessionError] = each('SessionError')
const responses = await Promise.all(signIns.map((signIn) => signIn('credentials', { redirect: false })))
const errors = responses.map((response) => response.result.error)

const [client] = clients
const calls = []
client.signIn = async () => calls.push('signIn')
for (const signIn of signIns) await signIn('credentials', { redirect: false })

console.log(
  JSON.stringify({
    SessionContext: different(each('SessionContext')),
    SessionError: different(each('SessionError')),
    useSession: different(each('useSession')),
    createSessionClient: different(each('createSessionClient')),
    sessionMachine: different(each('sessionMachine')),
    clients: different(clients),
    signInsThatReachTheClient: calls.length === signIns.length,
    errorsAreSessionErrors: errors.every((error) => error instanceof SessionError),
  }),
)
