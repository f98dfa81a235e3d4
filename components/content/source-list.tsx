import type { CitedSource } from "@/lib/content/citations";

/** All sources cited on the page, numbered as in the text. */
export function SourceList({ sources }: { sources: readonly CitedSource[] }) {
  return (
    <section aria-labelledby="sources" className="prose-sources">
      <h2 id="sources">Sources</h2>
      <ol>
        {sources.map((source) => (
          <li key={source.id} id={`source-${source.id}`}>
            {source.authors} ({source.year}).{" "}
            {source.url ? (
              <a href={source.url} rel="noreferrer">
                {source.title}
              </a>
            ) : (
              <cite>{source.title}</cite>
            )}
            {source.venue ? `. ${source.venue}.` : "."}
            {source.command && (
              <>
                {" "}
                Run again: <code>{source.command}</code>
              </>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
