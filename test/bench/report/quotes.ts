import type { Measurements } from '../figures'
import { format } from './format'
import { findFigure, findValue } from './look-up'

// A page quotes what was measured like this, where nobody sees it but who edits the page:
//   <!-- bench: bytes/first-render; gzip; next-auth v5 -->3.0 kB<!-- /bench -->
// Figure, case, column. Of a spread, a fourth part may name one number: `median`, `lowest` or `highest`.
const QUOTE = /<!-- bench: (.+?) -->(.*?)<!-- \/bench -->/gs

export interface Quote {
  path: string
  text: string
}

export const quotesIn = (page: string): Quote[] =>
  [...page.matchAll(QUOTE)].map(([, path = '', text = '']) => ({ path, text }))

export function refreshQuotes(page: string, measurements: Measurements): string {
  return page.replaceAll(
    QUOTE,
    (_, path) => `<!-- bench: ${path} -->${quote(path, measurements)}<!-- /bench -->`,
  )
}

/** What a quote has to say. Throws when it names nothing that was measured. */
export function quote(path: string, measurements: Measurements): string {
  const [name = '', wanted = '', column = '', part] = path.split('; ')
  const figure = findFigure(measurements, name)
  const value = findValue(figure, wanted, column)
  if (part === undefined) return format(value, figure.unit)
  const isPart = part === 'median' || part === 'lowest' || part === 'highest'
  if (isPart && typeof value === 'object' && value) return format(value[part], figure.unit)
  throw new Error(`There is no "${part}" of ${format(value, figure.unit)}, which "${path}" quotes.`)
}
