import type { Trouble } from '../../server/switches'
import { troubles } from './trouble'

interface ServerSwitchesProps {
  trouble: Trouble
  onTrouble(trouble: Trouble): void
}

/** What the server is to do, and what is to be seen then. */
export function ServerSwitches({ trouble, onTrouble }: ServerSwitchesProps) {
  return (
    <fieldset className="server" aria-describedby="note">
      <legend>The server</legend>
      <div className="switches">
        {Object.entries(troubles).map(([name, { label }]) => (
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
      <p className="note" id="note" aria-live="polite">
        {troubles[trouble].note}
      </p>
    </fieldset>
  )
}
