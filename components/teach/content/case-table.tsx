import Link from "next/link";
import { Table } from "@/components/ui/table";
import type { CaseSummary } from "@/lib/data/class-content/load-class-content";

const countWords = (count: number): string => (count === 0 ? "as in the case" : String(count));

/** The cases, each with how much of it the class has changed. */
export function CaseTable({ classId, cases }: { classId: string; cases: readonly CaseSummary[] }) {
  return (
    <Table
      caption="Points and facts that the class added, reworded or left out"
      columns={[
        {
          key: "case",
          header: "Case",
          rowHeader: true,
          cell: ({ slug, title }) => (
            <Link
              href={`/classes/${classId}/content/${slug}`}
              className="text-accent underline underline-offset-2"
            >
              {title}
            </Link>
          ),
        },
        { key: "points", header: "Points changed", numeric: true, cell: ({ points }) => countWords(points) },
        { key: "facts", header: "Facts changed", numeric: true, cell: ({ facts }) => countWords(facts) },
      ]}
      rows={cases}
      rowKey={({ slug }) => slug}
    />
  );
}
