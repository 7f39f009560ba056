import type { Trouble } from '../../server/switches'
import { troubles } from './trouble'

interface ControlsProps {
  trouble: Trouble
  onTrouble(trouble: Trouble): void
  onSignIn(): void
  onEndSessions(): void
  onStartOver(): void
}

export function Controls({ trouble, onTrouble, onSignIn, onEndSessions, onStartOver }: ControlsProps) {
  return (
    <div className="controls">
      <fieldset>
        <legend>The server</legend>
        <div className="switches">
          {Object.entries(troubles).map(([name, label]) => (
            <label key={name}>
              <input
                type="radio"
                name="trouble"
                checked={name === trouble}
                onChange={() => onTrouble(name as Trouble)}
              />
              {label}
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend>Both sides</legend>
        <div className="actions">
          <button type="button" onClick={onSignIn}>
            Sign in on both sides
          </button>
          <button type="button" onClick={onEndSessions}>
            End the sessions in 20 s
          </button>
          <button type="button" onClick={onStartOver}>
            Start over
          </button>
          <a className="button" href="/" target="_blank" rel="noreferrer">
            Open another tab
          </a>
        </div>
      </fieldset>
    </div>
  )
}
