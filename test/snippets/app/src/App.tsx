/** The app of a page that shows what is around it. */
export default function App() {
  return null
}
