import { mount } from './mount'

mount(
  <section className="why">
    <h2>Why?</h2>
    <p className="quiet">
      <code>useSession()</code> gives <code>data</code> and <code>status</code>. A server that says “nobody”
      and a server that says nothing look the same.
    </p>
  </section>,
)
