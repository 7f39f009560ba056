import 'sessionchart'

declare module 'sessionchart' {
  interface Register {
    session: { user: { id: string; role: 'admin' | 'reader'; name: string }; expires: string }
  }
}
