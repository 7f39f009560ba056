import { describe, expect, test } from 'vitest'
import type { SeenRequest } from './fake-server'
import type { Maker, Version } from './library'
import { type Outcome, Page, type PageOptions } from './page'

/** Steps that a user, an app, a server and a browser take. Both libraries must make the same of them. */
export interface ParityCase extends PageOptions {
  name: string
  /** Gives the result that is compared, if there is one. */
  steps(page: Page): unknown
  /** Where sessionchart differs on purpose: why, what next-auth does and what we do. The rest is compared. */
  differs?: Difference
}

export interface Difference {
  because: string
  theirs?: Partial<Outcome>
  ours: Partial<Outcome> | ((theirs: Outcome) => Partial<Outcome>)
}

/** Runs each case through `next-auth/react` to learn what is expected, and then through sessionchart. */
export function compare(version: Version, cases: ParityCase[]): void {
  describe(`next-auth ${version}`, () => {
    for (const parityCase of cases) {
      const { name, differs } = parityCase
      test(differs ? `${name}, but ${differs.because}` : name, async () => {
        const theirs = await see('next-auth', version, parityCase)
        const ours = await see('ours', version, parityCase)

        expect(isEmpty(theirs), 'nothing was seen: the case compares nothing').toBe(false)
        if (!differs) expect(ours).toStrictEqual(theirs)
        else expectDifference(differs, theirs, ours)
      })
    }
  })
}

function expectDifference({ theirs: said, ours: wanted }: Difference, theirs: Outcome, ours: Outcome) {
  const expected = { ...theirs, ...(typeof wanted === 'function' ? wanted(theirs) : wanted) }
  if (said) expect(theirs).toMatchObject(said)
  expect(ours).toEqual(expected)
  expect(ours, 'there is no difference any more').not.toEqual(theirs)
}

async function see(maker: Maker, version: Version, { steps, ...options }: ParityCase): Promise<Outcome> {
  const page = await Page.open(maker, version, options)
  try {
    return normalise(page.outcome(await steps(page)))
  } finally {
    page.close()
  }
}

/** The one field and the one header that make the other version's server answer with JSON may be added. */
function normalise(outcome: Outcome): Outcome {
  return { ...outcome, requests: outcome.requests.map(withoutMarkers) }
}

export function withoutMarkers({ headers, body, ...rest }: SeenRequest): SeenRequest {
  const { 'x-auth-return-redirect': _, ...others } = headers
  if (typeof body !== 'object' || body === null)
    return { ...rest, headers: others, ...(body !== undefined && { body }) }
  const { json: __, ...fields } = body as Record<string, unknown>
  return { ...rest, headers: others, body: fields }
}

const isEmpty = ({ result, requests, visited, shown }: Outcome) =>
  result === undefined && requests.length + visited.length + shown.length === 0
