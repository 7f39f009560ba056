import { SessionProvider, signIn, signOut, useSession } from 'next-auth/react'
import { useEffect } from 'react'
import { authjsSession } from '../../tabs/sessions'
import type { Calls } from '../../tabs/tab-bench'
import { offerBench, Shown } from './tab-bench'

const ann = { username: 'ann', password: 'ann-password', redirect: false } as const
const calls: Calls = {
  signIn: () => signIn('credentials', ann),
  signOut: () => signOut({ redirect: false }),
}

function Status() {
  const { status, update } = useSession()
  useEffect(() => {
    calls.update = () => update()
    calls.updateData = () => update({ name: 'Anne' })
  }, [update])
  return <Shown status={status} />
}

offerBench(
  ({ isSeeded, refetchInterval }) => (
    <SessionProvider
      {...(isSeeded && { session: authjsSession })}
      {...(refetchInterval && { refetchInterval })}
    >
      <Status />
    </SessionProvider>
  ),
  calls,
)
