import { createAuthClient } from 'better-auth/react'
import { betterAuthSession } from '../../tabs/sessions'
import { offerBench, Shown } from './tab-bench'

const createClient = (refetchInterval = 0) =>
  createAuthClient({ baseURL: location.origin, sessionOptions: { refetchInterval } })

function Status({ client }: { client: ReturnType<typeof createClient> }) {
  const { data, isPending } = client.useSession()
  return <Shown status={isPending ? 'loading' : data ? 'authenticated' : 'unauthenticated'} />
}

offerBench(({ isSeeded, refetchInterval }) => {
  const client = createClient(refetchInterval)
  // biome-ignore lint/suspicious/noExplicitAny: its dates are strings here, as on their way to a page
  if (isSeeded) client.hydrateSession(betterAuthSession as any)
  return <Status client={client} />
}, {})
