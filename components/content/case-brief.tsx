import { caseFacts } from "@/components/content/case-facts";
import { Eyebrow } from "@/components/content/eyebrow";
import { PageHeader } from "@/components/layout/page-shell";
import { LinkButton } from "@/components/ui/link-button";
import type { Case } from "@/lib/content/parse";
import { curlyQuotes } from "@/lib/content/remark-typography.mjs";

/** What a candidate sees before an interview: the prompt as it will be said, what is counted, and where to start. */
export function CaseBrief({ found }: { found: Case }) {
  const [family = "", ...facts] = caseFacts(found);
  return (
    <>
      <PageHeader
        eyebrow={<Eyebrow href="/cases" label="Cases" position={family} />}
        title={found.meta.title}
        lead={found.meta.summary}
        actions={
          <>
            <LinkButton href={`/interviews/new?case=${found.slug}`} variant="primary" size="large">
              Start this interview
            </LinkButton>
            <LinkButton href={`/lab/${found.meta.world}?${found.meta.labPreset}`} size="large">
              Open it in the lab
            </LinkButton>
          </>
        }
      />
      <figure className="max-w-3xl border-l-2 border-accent pl-5">
        <figcaption className="text-sm text-ink-2">The prompt, as the interviewer says it</figcaption>
        <blockquote className="mt-1.5 font-serif text-xl leading-relaxed text-pretty">
          {curlyQuotes(found.meta.prompt)}
        </blockquote>
      </figure>
      <ul className="mt-6 flex flex-wrap gap-x-6 gap-y-1 text-sm text-ink-2 tabular-nums">
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
    </>
  );
}
