import { useNow } from '../use-now'

const STEP_MS = 200

/** How long the sessions still last that are to end soon. */
export function Countdown({ endsAt }: { endsAt: number }) {
  const seconds = Math.ceil((endsAt - useNow(STEP_MS)) / 1_000)
  return (
    <p className="note figures" role="timer">
      {seconds > 0 ? `The sessions end in ${seconds} s.` : 'The sessions have ended.'}
    </p>
  )
}
