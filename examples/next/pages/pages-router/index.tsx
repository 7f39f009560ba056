import type { GetServerSidePropsContext } from 'next'
import { auth } from '../../auth'
import { Account } from '../../components/account'

/** Brings the session along. */
export default function Page() {
  return (
    <>
      <h1>Pages Router</h1>
      <Account />
    </>
  )
}

export async function getServerSideProps(context: GetServerSidePropsContext) {
  return { props: { session: await auth(context) } }
}
