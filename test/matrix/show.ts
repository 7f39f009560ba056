import type { BuiltApp } from '../browser/build-app'
import type { Answer } from '../servers/auth-server'

/** Answers with the files of an app, and with its page where there is none, all with the same headers. */
export function show(app: BuiltApp, headers: Record<string, string> = {}): Answer {
  return (request) => {
    const file = app[new URL(request.url).pathname] ?? app['/index.html']
    return new Response(file?.body, { headers: { 'content-type': file?.type ?? '', ...headers } })
  }
}
