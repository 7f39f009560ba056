/** What is used of it here. It brings no types. */
declare module 'jsdom' {
  export class VirtualConsole {}
  export class JSDOM {
    constructor(
      html: string,
      options?: {
        url?: string
        contentType?: string
        runScripts?: 'outside-only'
        virtualConsole?: VirtualConsole
      },
    )
    readonly window: Window &
      typeof globalThis & {
        eval(script: string): unknown
      }
  }
}
