import { Countdown } from './countdown'

interface ActionsProps {
  /** Whether both sides are there to be told. */
  isReady: boolean
  endsAt: number | null
  onSignIn(): void
  onEndSessions(): void
  onStartOver(): void
}

/** What happens to both sides at once. */
export function Actions({ isReady, endsAt, onSignIn, onEndSessions, onStartOver }: ActionsProps) {
  return (
    <fieldset className="both">
      <legend>Both sides</legend>
      <div className="actions">
        <button type="button" disabled={!isReady} onClick={onSignIn}>
          Sign in on both sides
        </button>
        <button type="button" onClick={onEndSessions}>
          End the sessions in 20 s
        </button>
        <button type="button" onClick={onStartOver}>
          Start over
        </button>
        <a className="button" href="./" target="_blank" rel="noreferrer">
          Open another tab
        </a>
      </div>
      {endsAt !== null && <Countdown endsAt={endsAt} />}
    </fieldset>
  )
}
