import type { Metadata } from "next";
import { CardView } from "@/components/grader-card/card-view";
import { PageHeader } from "@/components/layout/page-shell";
import { listCases, loadGraderCard } from "@/lib/content/load";

export const metadata: Metadata = {
  title: "The grader’s report card",
  description:
    "How far the grader agrees with markers on answers it was not fitted on, what attacks earn, and what it is bad at.",
};

export default function GraderPage() {
  const titles = Object.fromEntries(listCases().map(({ slug, meta }) => [slug, meta.title]));
  return (
    <article>
      <PageHeader
        title="The grader’s report card"
        lead="How far the grader agrees with markers on answers that it was not fitted on, beside a baseline that only counts words; what attacks earn; and what it is bad at."
      />
      <CardView card={loadGraderCard()} titles={titles} />
    </article>
  );
}
