// As much of Next.js as the app needs. The real one comes with the smoke tests.
declare module 'next' {
  import type { IncomingMessage, ServerResponse } from 'node:http'
  export interface NextPageContext {
    req?: IncomingMessage
    res?: ServerResponse
    pathname: string
  }
  export interface GetServerSidePropsContext {
    req: IncomingMessage & { cookies: Partial<{ [key: string]: string }> }
    res: ServerResponse
    query: Record<string, string | string[] | undefined>
    resolvedUrl: string
  }
  export type GetServerSideProps<P = Record<string, unknown>> = (
    context: GetServerSidePropsContext,
  ) => Promise<{ props: P | Promise<P> } | { redirect: { destination: string; permanent: boolean } }>
  export type InferGetServerSidePropsType<T extends (...args: never) => unknown> = Extract<
    Awaited<ReturnType<T>>,
    { props: unknown }
  >['props']
  export interface NextApiRequest extends IncomingMessage {
    query: Partial<{ [key: string]: string | string[] }>
    cookies: Partial<{ [key: string]: string }>
    // biome-ignore lint/suspicious/noExplicitAny: as Next.js has it
    body: any
  }
}
declare module 'next/app' {
  import type { NextPageContext } from 'next'
  import type { ComponentType } from 'react'
  export interface AppProps<P = Record<string, unknown>> {
    Component: ComponentType<P>
    pageProps: P
    router: { pathname: string }
  }
  export interface AppContext {
    Component: ComponentType
    ctx: NextPageContext & { req: NonNullable<NextPageContext['req']> }
  }
}
