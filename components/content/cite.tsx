import type { CitedSource } from "@/lib/content/citations";

/** The number of a source in square brackets; leads to its entry in the list at the end. */
export function Cite({ source }: { source: CitedSource }) {
  const name = `${source.authors}: ${source.title}, ${source.year}`;
  return (
    <a
      href={`#source-${source.id}`}
      className="prose-cite"
      aria-label={`Source ${source.number}. ${name}`}
      title={name}
    >
      [{source.number}]
    </a>
  );
}
