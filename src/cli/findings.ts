/** Something that the command leaves as it is and that somebody has to look at. */
export interface Finding {
  line: number
  kind: FindingKind
  /** What the reason is about: a module, names, the text that was found. */
  about: string
}

export interface PlacedFinding extends Finding {
  path: string
}

export type FindingKind = keyof typeof reasons

const reasons = {
  passkeys: (name: string) => `${name}: sessionchart has no passkeys yet, and this import goes on working`,
  version3: (name: string) => `${name} belongs to next-auth v3: move to v4 first`,
  deep: (name: string) => `${name} is an inner file of next-auth, which sessionchart does not have`,
  alias: (name: string) => `${name} is another name for next-auth/react: change it by hand`,
  computed: (code: string) => `\`${code}\` is put together while the app runs, and may mean next-auth/react`,
  missing: (what: string) =>
    `${what}, so the statement stays, and nothing that it takes sees a provider of sessionchart: the app does not work until you have taken it apart`,
  undecided: (why: string) => `stays: ${why}`,
  declaration: (what: string) =>
    `declare module 'next-auth/react' has ${what}: only interfaces that sessionchart has too can be extended there; Session is extended in declare module 'next-auth'`,
  text: (text: string) => `\`${text}\`: change it by hand if it stands for the module`,
  comment: (text: string) => `\`${text}\` in a comment: change it by hand if a tool reads it`,
  unreadable: (message: string) => `cannot be read, so nothing in it is changed: ${message}`,
  unwritable: (message: string) => `cannot be written: ${message}`,
  ignored: (command: string) =>
    `a .gitignore covers it, so it is passed over unless you ask for it: ${command}`,
  link: (command: string) => `lies behind a link, which is not followed unless you ask for it: ${command}`,
  manualMock: () => 'a manual mock of next-auth/react and of nothing else: move it to __mocks__/sessionchart',
} satisfies Record<string, (about: string) => string>

/** What keeps the app from working, or the command from having done its work. */
const GRAVE: FindingKind[] = ['missing', 'undecided', 'unreadable', 'unwritable']

export const isGrave = ({ kind }: Finding): boolean => GRAVE.includes(kind)

/** Why it was left, for a person. */
export const reasonOf = ({ kind, about }: Finding): string => reasons[kind](about)
