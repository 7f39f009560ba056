import type { AppProps } from 'next/app'
import Head from 'next/head'
import type { Session } from 'next-auth'
import { SessionProvider } from 'sessionchart/v4'
import { Navigation } from '../components/navigation'
import { Status } from '../components/status'
import '../styles.css'

export default function App({
  Component,
  pageProps: { session, ...pageProps },
}: AppProps<{ session?: Session | null }>) {
  return (
    <SessionProvider session={session}>
      <Head>
        <title>Sessions in Next.js</title>
      </Head>
      <Navigation />
      <Status />
      <main>
        <Component {...pageProps} />
      </main>
    </SessionProvider>
  )
}
