export default function HomePage() {
  return <main>Shortlist</main>;
}
