import type { Metadata } from "next";
import Link from "next/link";
import * as z from "zod";
import { PageHeader, PageShell } from "@/components/layout/page-shell";
import { BehindCell } from "@/components/teach/statistics/behind-cell";
import { HeatMap } from "@/components/teach/statistics/heat-map";
import { Misconceptions } from "@/components/teach/statistics/misconceptions";
import { PointTable } from "@/components/teach/statistics/point-table";
import { StatisticsSummary } from "@/components/teach/statistics/statistics-summary";
import { EmptyState } from "@/components/ui/empty-state";
import { STAFF } from "@/lib/classroom/roles";
import { OUTCOMES } from "@/lib/classroom/statistics/outcome";
import { listBehindCell } from "@/lib/data/gradebook/list-behind-cell";
import { type CaseStatistics, loadStatistics } from "@/lib/data/gradebook/load-statistics";
import { orNotFound, pageMember } from "../../../page-member";

export const metadata: Metadata = { title: "Statistics", robots: { index: false } };

const searchSchema = z.object({
  case: z.string().max(80).optional().catch(undefined),
  point: z.string().max(80).optional().catch(undefined),
  outcome: z.enum(OUTCOMES).optional().catch(undefined),
});
type Search = z.infer<typeof searchSchema>;
type Address = { classId: string; assignmentId: string };

/** One case of the assignment: its numbers, its heat map, and what is behind the chosen cell. */
function CaseSection({ found, address, search, behind }: CaseSectionProps) {
  const { classId, assignmentId } = address;
  const textOf = (id: string) => found.points.find(({ pointId }) => pointId === id)?.text ?? id;
  const chosen =
    search.case === found.caseSlug && search.point && search.outcome
      ? { pointId: search.point, outcome: search.outcome }
      : null;
  const page = `/classes/${classId}/gradebook/items/${assignmentId}`;
  return (
    <section className="grid grid-cols-1 gap-8">
      <h2 className="font-serif text-2xl font-semibold">{found.caseTitle}</h2>
      <StatisticsSummary {...found} />
      <div className="grid grid-cols-1 gap-4">
        <h3 className="text-lg font-semibold">What became of each point</h3>
        <HeatMap
          rows={found.points}
          chosen={chosen}
          cellAddress={(point, outcome) =>
            `${page}?${new URLSearchParams({ case: found.caseSlug, point, outcome })}#behind`
          }
        />
        {chosen && behind && (
          <BehindCell {...address} {...chosen} pointText={textOf(chosen.pointId)} submissions={behind} />
        )}
      </div>
      <div className="grid grid-cols-1 gap-4">
        <h3 className="text-lg font-semibold">Misconceptions</h3>
        <Misconceptions
          items={found.misconceptions.map((item) => ({ ...item, pointText: textOf(item.pointId) }))}
        />
      </div>
      <div className="grid grid-cols-1 gap-4">
        <h3 className="text-lg font-semibold">Points as items of a test</h3>
        <PointTable rows={found.points} />
      </div>
    </section>
  );
}
type CaseSectionProps = {
  found: CaseStatistics;
  address: Address;
  search: Search;
  behind: Awaited<ReturnType<typeof listBehindCell>> | null;
};

export default async function StatisticsPage({
  params,
  searchParams,
}: PageProps<"/classes/[classId]/gradebook/items/[assignmentId]">) {
  const address = await params;
  const { classId, assignmentId } = address;
  const { viewer } = await pageMember(classId, STAFF);
  const search = searchSchema.parse(await searchParams);
  const { assignment, cases } = await orNotFound(loadStatistics(viewer, classId, assignmentId));
  const { case: caseSlug, point: pointId, outcome } = search;
  const cell = caseSlug && pointId && outcome ? { caseSlug, pointId, outcome } : null;
  const behind = cell && (await orNotFound(listBehindCell(viewer, classId, assignmentId, cell)));
  return (
    <PageShell>
      <PageHeader
        eyebrow={<Link href={`/classes/${classId}/gradebook`}>Gradebook</Link>}
        title={assignment.title}
        lead="What the submissions say about each point of the rubric, and about the machine’s suggestions."
        actions={
          <a href={`/api/export/classes/${classId}/gradebook.csv?assignment=${assignmentId}`} download>
            Download its grades as CSV
          </a>
        }
      />
      {cases.length === 0 && (
        <EmptyState title="Nothing is handed in yet">
          The statistics begin with the first submission.
        </EmptyState>
      )}
      <div className="grid grid-cols-1 gap-14">
        {cases.map((found) => (
          <CaseSection key={found.caseSlug} {...{ found, address, search, behind }} />
        ))}
      </div>
    </PageShell>
  );
}
