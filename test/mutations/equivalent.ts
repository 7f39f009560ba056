import type { ChartMutant } from './chart-mutants'

const BY_THE_END = 'The end of the session, which it raises, leads there as well. The picture shows it.'

/** What a chart could do without, or do otherwise, and why nobody would notice. */
const EQUIVALENT: Record<string, string> = {
  'status.unauthenticated.initial → unreachable': 'Whoever goes there says to which of the two.',
  'polling.waiting.on.network.lost.target → choosing': 'From there it goes where it should have gone.',
  'lifetime.expiring.invoke.onDone.0.target': BY_THE_END,
  'lifetime.expiring.invoke.onDone.0.target → running': BY_THE_END,
  'lifetime.confirming.after.confirmLimit.target': BY_THE_END,
  'lifetime.confirming.after.confirmLimit.target → running': BY_THE_END,
  'lifetime.confirming.on.session.failed.target': BY_THE_END,
  'lifetime.confirming.on.session.failed.target → running': BY_THE_END,
}

/** Why nobody notices a mutant, where nobody can. */
export function whyUnnoticed({ path, instead }: ChartMutant): string | undefined {
  const place = path.filter((key) => key !== 'states').join('.')
  return EQUIVALENT[instead ? `${place} → ${instead}` : place]
}
