import { LinkButton } from "@/components/ui/link-button";

export type CaseCardProps = { slug: string; prompt: string; facts: readonly string[] };

/** The prompt as the interviewer says it: that is all a candidate gets. */
export function CaseCard({ slug, prompt, facts }: CaseCardProps) {
  return (
    <article>
      <blockquote className="max-w-2xl border-l-2 border-accent pl-5 font-serif text-xl leading-relaxed text-pretty">
        {prompt}
      </blockquote>
      <p className="mt-4 text-sm text-ink-2">{facts.join(" · ")}</p>
      <div className="mt-4 flex flex-wrap gap-2">
        <LinkButton href={`/interviews/new?case=${slug}`} variant="primary">
          Answer it
        </LinkButton>
        <LinkButton href={`/cases/${slug}`}>Read about the case</LinkButton>
      </div>
    </article>
  );
}
