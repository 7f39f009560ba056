export type { PostReply } from './post-reply'
export { type FoundProvider, signInMachine } from './sign-in.machine'
export { signOutMachine } from './sign-out.machine'
