import type { GetServerSidePropsContext } from 'next'
import { getServerSession } from 'next-auth'
import { authOptions } from '../auth'
import { Account } from '../components/account'

/** Brings the session along. */
export default function Page() {
  return (
    <>
      <h1>With a session</h1>
      <Account />
    </>
  )
}

export async function getServerSideProps({ req, res }: GetServerSidePropsContext) {
  return { props: { session: await getServerSession(req, res, authOptions) } }
}
