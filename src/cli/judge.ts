import type { Node } from '@babel/types'
import type { Choice } from './choose-target'
import { entries, type Target } from './entries'
import type { FindingKind } from './findings'
import { isMention } from './mentions'
import type { ModuleName } from './module-names'
import { beginningOf, textOf } from './static-text'

export type Verdict =
  /** The name is to be replaced. */
  | { kind: 'replace'; target: Target }
  /** Nothing is to be done, and nothing is lost: sessionchart takes its types from there. */
  | { kind: 'honoured' }
  | { kind: FindingKind; about: string }

const MODULE = 'next-auth/react'
/** Modules of next-auth that pages load, or did once. */
const DEEP = /^next-auth\/(react|client|lib|src|dist)[/.]/
/** A file of the app itself, or a package of a scope. */
const OWN = /^[./~#@](?!.*node_modules\/)/
/** Where apps add to the types of their session and token. */
const AUGMENTED = /^(next-auth|@auth\/core)(\/|$)/

/** What is to become of the name of a module; `undefined` when it is none of ours. */
export function judge(module: ModuleName, choose: () => Choice, isModule: boolean): Verdict | undefined {
  const name = textOf(module.node)
  if (name === undefined) return judgeComputed(module.node)
  if (name === 'next-auth/webauthn') return { kind: 'passkeys', about: name }
  if (name === 'next-auth/client') return { kind: 'version3', about: name }
  if (DEEP.test(name)) return { kind: 'deep', about: name }
  if (name === MODULE) return judgeModule(module, choose(), isModule)
  if (isMention(name) && !OWN.test(name)) return { kind: 'alias', about: name }
  return module.declares && AUGMENTED.test(name) ? { kind: 'honoured' } : undefined
}

function judgeModule({ declares, names }: ModuleName, target: Choice, isModule: boolean): Verdict {
  if (typeof target !== 'string') return { kind: 'undecided', about: target.why }
  if (declares) return judgeDeclaration(declares, target, isModule)
  const missing = names.filter((taken) => !entries[target].exports.includes(taken))
  if (missing.length > 0) return { kind: 'missing', about: `${target} has no ${missing.join(', ')}` }
  return { kind: 'replace', target }
}

function judgeComputed(node: Node): Verdict | undefined {
  const beginning = beginningOf(node)
  const fits = beginning.startsWith(MODULE) || MODULE.startsWith(beginning)
  return beginning.startsWith('next-auth') && fits ? { kind: 'computed', about: `${beginning}…` } : undefined
}

/** In a file that is no module `declare module` replaces what it names, instead of adding to it. */
function judgeDeclaration(declares: Node[], target: Target, isModule: boolean): Verdict {
  const names = declares.filter(({ type }) => type !== 'EmptyStatement').map(interfaceDeclaredBy)
  const fits = names.every((name) => name && entries[target].interfaces.includes(name))
  if (!isModule) return { kind: 'declaration', about: 'no import or export around it' }
  if (fits && names.length > 0) return { kind: 'replace', target }
  const about = names.map((name) => name ?? 'more than interfaces').join(', ')
  return { kind: 'declaration', about: about || 'no body' }
}

function interfaceDeclaredBy(node: Node): string | undefined {
  if (node.type === 'ExportNamedDeclaration' && node.declaration) return interfaceDeclaredBy(node.declaration)
  return node.type === 'TSInterfaceDeclaration' ? node.id.name : undefined
}
