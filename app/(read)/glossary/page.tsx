import type { Metadata } from "next";
import { GlossaryEntry } from "@/components/content/glossary-entry";
import { GlossaryFilter } from "@/components/content/glossary-filter";
import { byLetter } from "@/components/content/glossary-letters";
import { PageHeader } from "@/components/layout/page-shell";
import { loadGlossary } from "@/lib/content/load";

export const metadata: Metadata = {
  title: "Glossary",
  description: "The words of machine learning system design as Shortlist uses them, each in a sentence.",
};

export default function GlossaryPage() {
  const glossary = loadGlossary();
  const letters = byLetter(glossary);
  return (
    <article>
      <PageHeader
        title="Glossary"
        lead={`${Object.keys(glossary).length} words of the field as they are used here. In the chapters and cases, point at an underlined word to see its sentence.`}
      />
      <GlossaryFilter listId="glossary-list" />
      <nav aria-label="Letters" className="mb-6 flex flex-wrap gap-1 print:hidden">
        {letters.map(({ letter }) => (
          <a
            key={letter}
            href={`#letter-${letter}`}
            className="inline-flex min-h-8 min-w-8 items-center justify-center rounded-md text-sm font-medium no-underline hover:bg-sunken"
          >
            {letter}
          </a>
        ))}
      </nav>
      <div id="glossary-list" className="max-w-3xl">
        {letters.map(({ letter, terms }) => (
          <section key={letter} aria-labelledby={`letter-${letter}`} data-letter>
            <h2
              id={`letter-${letter}`}
              className="mt-8 scroll-mt-20 border-b border-line pb-1 text-sm font-semibold text-ink-2"
            >
              {letter}
            </h2>
            <dl>
              {terms.map(({ id, term }) => (
                <GlossaryEntry key={id} id={id} term={term} glossary={glossary} />
              ))}
            </dl>
          </section>
        ))}
      </div>
    </article>
  );
}
