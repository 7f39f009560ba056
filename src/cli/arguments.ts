import { parseArgs } from 'node:util'
import { CommandError } from './command-error'
import { entryNamed, type Target } from './entries'

export const help = `Usage: sessionchart migrate [path] [--write] [--to react|v4]

Replaces the module next-auth/react in a file or a folder (default: the current one), and shows what it would
change. It touches the names of modules and nothing else, and lists what it leaves for you.

  -w, --write    write the changes
      --to       react: sessionchart/react, for next-auth v5; v4: sessionchart/v4, for next-auth v4
                 (default: what goes with the next-auth that each package has installed)
      --version  show the version of sessionchart
  -h, --help     show this

It ends with 1 when something that is left keeps the app from working, and with 2 when it has done nothing.
`

export interface Order {
  path: string
  write: boolean
  to: Target | undefined
}

/** What the command line asks for; throws a `CommandError` when that makes no sense. */
export function readArguments(args: string[]): Order | 'help' | 'version' {
  const { values, positionals } = parse(args)
  if (values.help) return 'help'
  if (values.version) return 'version'
  const [command, path = '.', ...more] = positionals
  if (command !== 'migrate')
    throw wrong(command ? `there is no command "${command}"` : 'a command is missing')
  if (more.length > 0) throw wrong(`one path at a time, please: "${more[0]}" is one too many`)
  if (path === '') throw wrong('the path is empty')
  const to = values.to === undefined ? undefined : entryNamed(values.to)
  if (values.to !== undefined && !to) throw wrong(`--to takes react or v4, not "${values.to}"`)
  return { path, write: values.write ?? false, to }
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean' },
        write: { type: 'boolean', short: 'w' },
        to: { type: 'string' },
      },
    })
  } catch (error) {
    // Of Node's message the first sentence says it; the rest is about `--`.
    throw wrong(error instanceof Error ? String(error.message.split(/\.\s/)[0]) : String(error))
  }
}

const wrong = (message: string) =>
  new CommandError('usage', `${message}\nsessionchart migrate --help tells more`)
