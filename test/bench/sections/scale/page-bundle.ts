import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const ROOT = fileURLToPath(new URL('../../../..', import.meta.url))

/** An app with one provider and one consumer, which says in the title of its page who is signed in. */
const apps = {
  'next-auth v5': appOfNextAuth('next-auth/react'),
  'next-auth v4': appOfNextAuth('next-auth-v4/react'),
  'better-auth': `
    import { createAuthClient } from 'better-auth/react'
    const { useSession } = createAuthClient({
      baseURL: location.origin,
      sessionOptions: { refetchInterval: intervalSeconds },
    })
    function Title() {
      const { data, isPending } = useSession()
      document.title = data ? 'authenticated' : isPending ? 'loading' : 'unauthenticated'
      return null
    }
    const app = createElement(Title)`,
}

export type OtherLibrary = keyof typeof apps

function appOfNextAuth(name: string): string {
  return `
    import { SessionProvider, useSession } from '${name}'
    function Title() {
      document.title = useSession().status
      return null
    }
    const app = createElement(SessionProvider, { refetchInterval: intervalSeconds }, createElement(Title))`
}

/** The script of a page with the published code of a library. It expects a global \`intervalSeconds\`. */
export async function bundlePage(library: OtherLibrary): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import { createElement } from 'react'
        import { createRoot } from 'react-dom/client'
        ${apps[library]}
        createRoot(document.body).render(app)`,
      resolveDir: ROOT,
    },
    bundle: true,
    write: false,
    format: 'iife',
    define: { 'process.env.NODE_ENV': '"production"', 'process.env': '{}' },
  })
  return outputFiles[0]?.text ?? ''
}
