/** A way to sign in, as the server describes it to browsers. */
export interface ClientSafeProvider {
  id: string
  name: string
  type: string
  signinUrl: string
  callbackUrl: string
}
