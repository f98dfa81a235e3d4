/** Small facts about a page in one line. */
export function FactLine({ facts }: { facts: readonly string[] }) {
  return (
    <ul className="-mt-4 flex flex-wrap gap-x-5 gap-y-1 text-sm text-ink-2 tabular-nums">
      {facts.map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
  );
}
