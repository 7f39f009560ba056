import type { GetServerSidePropsContext } from 'next'
import { auth } from '../auth'

export { default } from './legacy'

export async function getServerSideProps(context: GetServerSidePropsContext) {
  return { props: { session: await auth(context) } }
}
