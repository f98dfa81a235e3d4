import type { Metadata } from "next";
import Link from "next/link";
import { decisionStatus } from "@/components/content/decision-status";
import { PageHeader } from "@/components/layout/page-shell";
import { listDecisions } from "@/lib/content/load";

export const metadata: Metadata = {
  title: "Decisions",
  description: "Why Shortlist is built as it is: what was chosen, what lost and why, what was measured.",
};

export default function DecisionsPage() {
  const decisions = listDecisions();
  return (
    <>
      <PageHeader
        title="Decisions"
        lead="A platform that asks for trade-offs shows its own: what was chosen, what lost and why, what it costs. A decision is not edited later; a new one supersedes it."
      />
      <ol className="max-w-3xl divide-y divide-line border-y border-line">
        {decisions.map(({ id, meta }) => (
          <li key={id} className="flex gap-5 py-4">
            <span className="w-10 shrink-0 text-ink-2 tabular-nums" aria-hidden>
              {id.slice(0, 4)}
            </span>
            <span>
              <Link href={`/decisions/${id}`} className="font-medium">
                {meta.title}
              </Link>
              <span className="mt-0.5 block text-sm text-ink-2 tabular-nums">
                {decisionStatus(meta, decisions)}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
