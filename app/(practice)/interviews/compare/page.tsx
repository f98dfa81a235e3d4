import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import * as z from "zod";
import { ChoiceForm } from "@/components/comparison/choice-form";
import { ComparisonView } from "@/components/comparison/comparison-view";
import { PageHeader, PageShell } from "@/components/layout/page-shell";
import { LinkButton } from "@/components/ui/link-button";
import { currentViewer } from "@/lib/auth/viewer";
import { worldOf } from "@/lib/content/world-of";
import { loadComparison } from "@/lib/data/report/load-comparison";
import { AppError } from "@/lib/errors";

export const metadata: Metadata = { title: "Compare attempts", robots: { index: false } };

const keySchema = z.object({ id: z.string().max(40), with: z.string().max(40) });

export default async function ComparePage({ searchParams }: PageProps<"/interviews/compare">) {
  const key = keySchema.safeParse(await searchParams);
  if (!key.success) notFound();
  const viewer = await currentViewer();
  if (!viewer) redirect("/sign-in?next=/interviews");
  const loaded = await loadComparison(viewer, key.data).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "not-found") notFound();
    throw error;
  });
  const { caseSlug, caseTitle, first, second, choices } = loaded;
  return (
    <PageShell width="wide">
      <PageHeader
        eyebrow="Compare"
        title={caseTitle}
        lead={`Left: ${first.label}. Right: ${second.label}.`}
        actions={<LinkButton href={`/interviews/${key.data.id}/report`}>Report</LinkButton>}
      />
      <div className="grid gap-10">
        <ChoiceForm id={key.data.id} chosen={key.data.with} choices={choices} />
        <ComparisonView first={first} second={second} world={worldOf(caseSlug)} />
      </div>
    </PageShell>
  );
}
