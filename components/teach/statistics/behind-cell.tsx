import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { OUTCOME_WORDS, type Outcome } from "@/lib/classroom/statistics/outcome";
import { formatWithNoun } from "@/lib/framework/units";
import { shareWords } from "../gradebook/numbers";

type BehindCellProps = {
  classId: string;
  assignmentId: string;
  outcome: Outcome;
  pointText: string;
  submissions: readonly { submissionId: string; label: string; credit: number; isDecided: boolean }[];
};

/** The submissions behind a cell of the heat map, each a link to where it is graded. */
export function BehindCell({ classId, assignmentId, outcome, pointText, submissions }: BehindCellProps) {
  const root = `/classes/${classId}/assignments/${assignmentId}/grading`;
  return (
    <section
      id="behind"
      aria-labelledby="behind-title"
      className="grid scroll-mt-16 gap-3 rounded-lg border border-line bg-raised p-4"
    >
      <h3 id="behind-title" className="font-medium">
        {OUTCOME_WORDS[outcome]}: {formatWithNoun(submissions.length, "submission")}
      </h3>
      <p className="text-sm text-ink-2">{pointText}</p>
      <ul className="grid max-h-80 grid-cols-1 gap-x-6 overflow-y-auto sm:grid-cols-2 lg:grid-cols-3">
        {submissions.map(({ submissionId, label, credit, isDecided }) => (
          <li key={submissionId} className="flex min-h-8 flex-wrap items-center gap-2 text-sm">
            <Link href={`${root}/${submissionId}`} prefetch={false}>
              {label}
            </Link>
            <span className="text-ink-2 tabular-nums">{shareWords(credit)}</span>
            {!isDecided && <Badge>suggested</Badge>}
          </li>
        ))}
      </ul>
    </section>
  );
}
