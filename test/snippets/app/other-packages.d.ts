/** As much of packages that are not installed here as the pages use. */

declare module 'next/app' {
  // biome-ignore lint/suspicious/noExplicitAny: as in Next
  export type AppProps<Props = any> = { Component: React.ComponentType<any>; pageProps: Props }
}

declare module 'next/navigation' {
  export function redirect(path: string): never
  export function usePathname(): string
  export function useRouter(): { push(path: string): void; refresh(): void }
}

declare module '@playwright/test' {
  import type { Page } from 'playwright-core'

  export function test(name: string, run: (fixtures: { page: Page }) => Promise<void>): void
}

declare module '*.css' {}

declare module '@storybook/react-vite' {
  // What loaders give, and the parameters, are typed as in Storybook: not at all.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  type Given = Record<string, any>
  type Context = { loaded: Given; parameters: Given }
  type Decorator = (Story: () => React.ReactElement, context: Context) => React.ReactElement
  type Loader = (context: Context) => Promise<Given>

  export interface StoryObj {
    decorators?: Decorator[]
    loaders?: Loader[]
    parameters?: Given
    play?(context: Context): Promise<void>
  }
  export type Preview = Pick<StoryObj, 'decorators' | 'loaders' | 'parameters'>
  export type Meta<Component> = Preview & { component: Component }
}

declare module 'next' {
  export interface GetServerSidePropsContext {
    req: import('node:http').IncomingMessage
    res: import('node:http').ServerResponse
  }
}
