import { mount } from './mount'

mount(
  <section className="why">
    <h2>Why?</h2>
    <p className="quiet">
      <code>useSession()</code> gives <code>data</code> and <code>status</code>. A server that says “nobody”
      and a server that says nothing look the same.
    </p>
    <p className="quiet">
      A failed read leaves the cookie where it is: next-auth finds the session again when the page is loaded
      anew or another tab is opened. To come back to this tab is not enough.
    </p>
  </section>,
)
