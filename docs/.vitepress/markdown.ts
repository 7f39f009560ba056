import type { MarkdownOptions } from 'vitepress'
import { pathInRepository, repositoryUrl } from './repository'

type MarkdownIt = Parameters<NonNullable<MarkdownOptions['config']>>[0]
type Rule = NonNullable<MarkdownIt['renderer']['rules'][string]>
type Tokens = Parameters<Rule>[0]
type Token = Tokens[number]

/** The pages are read on GitHub, too. This makes of what is written for it what a site needs. */
export function adaptMarkdown({ renderer }: MarkdownIt): void {
  const before = (name: string, change: (tokens: Tokens, index: number, page: string) => void) => {
    const rule: Rule =
      renderer.rules[name] ?? ((tokens, index, options, _, self) => self.renderToken(tokens, index, options))
    renderer.rules[name] = (tokens, index, options, env, self) => {
      change(tokens, index, env.relativePath)
      return rule(tokens, index, options, env, self)
    }
  }
  // Vue would take `{{ … }}` in it for its own.
  before('code_inline', (tokens, index) => tokens[index]?.attrSet('v-pre', ''))
  before('link_open', leaveSite)
  before('html_block', (tokens, index) => bundlePictures(tokens[index]))
  before('html_inline', (tokens, index) => bundlePictures(tokens[index]))
  scrollTables(renderer.rules)
}

/** A link to a file that is not part of the site leads to the repository, as long as that is known; else nowhere. */
function leaveSite(tokens: Tokens, index: number, page: string): void {
  const link = tokens[index]
  const path = pathInRepository(String(link?.attrGet('href')), page)
  if (!link || path === null) return
  if (repositoryUrl) link.attrSet('href', `${repositoryUrl}/tree/HEAD/${path}`)
  else
    for (const end of [link, tokens.slice(index).find(({ type }) => type === 'link_close')]) turnIntoText(end)
}

function turnIntoText(token: Token | undefined): void {
  if (token) Object.assign(token, { tag: 'span', attrs: null })
}

/** Vite takes along what a path with a dot names. */
function bundlePictures(html: Token | undefined): void {
  if (html) html.content = html.content.replace(/\b(src|srcset)="(?=[\w-]+\/)/g, '$1="./')
}

/** A wide table scrolls and the page does not. By keyboard, too, which a focus is needed for. */
function scrollTables(rules: MarkdownIt['renderer']['rules']): void {
  rules.table_open = () => '<div class="table" role="group" aria-label="Table" tabindex="0"><table>\n'
  rules.table_close = () => '</table></div>\n'
}
