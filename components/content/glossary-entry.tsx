import Link from "next/link";
import { InlineMarkdown } from "@/components/content/inline-markdown";
import type { Glossary, Term } from "@/lib/content/schemas/glossary";

/** One word: what it is, other forms, what the sentence leaves out, related words, where it is explained. */
export function GlossaryEntry({ id, term, glossary }: { id: string; term: Term; glossary: Glossary }) {
  const related = term.see.flatMap((other) =>
    glossary[other] ? [{ id: other, name: glossary[other].term }] : [],
  );
  return (
    <div
      id={id}
      data-words={[term.term, ...term.also, term.short].join(" ").toLowerCase()}
      className="scroll-mt-20 border-b border-line py-4 target:border-l-2 target:border-l-accent target:pl-4"
    >
      <dt className="flex flex-wrap items-baseline gap-x-3">
        <a href={`#${id}`} className="text-lg font-semibold text-ink no-underline hover:underline">
          {term.term}
        </a>
        {term.also.length > 0 && <span className="text-sm text-ink-2">{term.also.join(", ")}</span>}
      </dt>
      <dd className="mt-1 text-[0.975rem] leading-relaxed">
        <InlineMarkdown text={term.short} />
        {term.more && (
          <span className="mt-1.5 block text-ink-2">
            <InlineMarkdown text={term.more} />
          </span>
        )}
        {(related.length > 0 || term.read) && (
          <span className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-sm">
            {term.read && (
              <Link href={term.read} prefetch={false}>
                Read on
                <span className="sr-only"> about {term.term}</span>
              </Link>
            )}
            {related.length > 0 && (
              <span className="flex flex-wrap gap-x-3 text-ink-2">
                See
                {related.map((other) => (
                  <a key={other.id} href={`#${other.id}`}>
                    {other.name}
                  </a>
                ))}
              </span>
            )}
          </span>
        )}
      </dd>
    </div>
  );
}
