export type Fact = { name: string; value: string };

/** Names and values, in two columns. */
export function FactList({ title, facts }: { title: string; facts: readonly Fact[] }) {
  return (
    <section aria-label={title} className="min-w-0">
      <h3 className="mb-2 text-sm font-medium">{title}</h3>
      <dl className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] gap-x-4 text-sm tabular-nums">
        {facts.map(({ name, value }) => (
          <div key={name} className="col-span-2 grid grid-cols-subgrid border-t border-line py-1.5">
            <dt className="text-ink-2">{name}</dt>
            <dd className="m-0 break-words">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
