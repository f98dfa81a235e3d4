import Link from "next/link";
import type { ReactNode } from "react";
import { grantWords } from "@/components/teach/assignment/extension-words";
import { Badge } from "@/components/ui/badge";
import { dateWords } from "@/lib/classroom/dates/date-words";
import type { RecordAttempt, RecordEntry, RecordGrade } from "@/lib/data/gradebook/load-record";
import { formatWithNoun } from "@/lib/framework/units";
import { CellView } from "./cell-view";
import { percentWords, signedWords } from "./numbers";

type Zoned = { timeZone: string };

const Row = ({ term, children }: { term: string; children: ReactNode }) => (
  <>
    <dt className="text-ink-2">{term}</dt>
    <dd className="tabular-nums">{children}</dd>
  </>
);

function Attempt({ attempt, root, timeZone }: { attempt: RecordAttempt; root: string } & Zoned) {
  const { submissionId, submittedAtMs, submittedBy, startedAtMs, comments, isKept } = attempt;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1">
      {submittedAtMs === null ? (
        <span>Attempt {attempt.attempt}</span>
      ) : (
        <Link href={`${root}/grading/${submissionId}`} prefetch={false}>
          Attempt {attempt.attempt}
        </Link>
      )}
      <span className="text-ink-2 tabular-nums">
        started {dateWords(startedAtMs, timeZone)},{" "}
        {submittedAtMs === null
          ? "not handed in yet"
          : `${submittedBy === "deadline" ? "ended by the clock" : "handed in"} ${dateWords(submittedAtMs, timeZone)}`}
      </span>
      {isKept && <Badge tone="accent">counts</Badge>}
      {comments > 0 && <span className="text-ink-2">{formatWithNoun(comments, "comment")}</span>}
    </li>
  );
}

function Grade({ grade, timeZone }: { grade: RecordGrade } & Zoned) {
  const { rawPercent, latePercent, adjustment, adjustmentReason, finalPercent, releasedAtMs } = grade;
  return (
    <>
      {percentWords(finalPercent)}
      <span className="text-ink-2">
        {" "}
        = {percentWords(rawPercent)}
        {latePercent > 0 && ` − ${percentWords(latePercent)} for lateness`}
        {adjustment !== 0 && `, adjusted by ${signedWords(adjustment, 1)}`}
        {adjustmentReason !== "" && ` (${adjustmentReason})`}
        {releasedAtMs === null ? ", not released" : `, released ${dateWords(releasedAtMs, timeZone)}`}
      </span>
    </>
  );
}

function Entry({ entry, classId, timeZone }: { entry: RecordEntry; classId: string } & Zoned) {
  const { assignment, cell, attempts, extension, grade } = entry;
  const root = `/classes/${classId}/assignments/${assignment.id}`;
  return (
    <li className="grid gap-3 border-t border-line py-5 sm:grid-cols-[1fr_auto]">
      <div className="grid min-w-0 gap-2">
        <h3 className="font-medium">
          <Link href={root}>{assignment.title}</Link>
        </h3>
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
          <Row term="Due">{dateWords(assignment.dueAtMs, timeZone)}</Row>
          {extension && (
            <Row term="Extension">
              {grantWords(extension, timeZone)}
              {extension.reason !== "" && <span className="text-ink-2"> ({extension.reason})</span>}
            </Row>
          )}
          {grade && (
            <Row term="Grade">
              <Grade grade={grade} timeZone={timeZone} />
            </Row>
          )}
        </dl>
        {assignment.hidesStudents && (
          <p className="text-sm text-ink-2">
            Graded without names: work and grade stand here once the grades are released.
          </p>
        )}
        <ul className="grid gap-1 text-sm">
          {attempts.map((attempt) => (
            <Attempt key={attempt.submissionId} {...{ attempt, root, timeZone }} />
          ))}
        </ul>
      </div>
      <p className="tabular-nums sm:text-right">
        <CellView cell={cell} pointsPossible={assignment.pointsPossible} />
        {cell.percent !== null && (
          <span className="block text-xs text-ink-2">of {assignment.pointsPossible}</span>
        )}
      </p>
    </li>
  );
}

/** Each assignment with everything that is known of one student in it. */
export function RecordEntries({
  entries,
  ...rest
}: { entries: readonly RecordEntry[]; classId: string } & Zoned) {
  if (entries.length === 0) return <p className="text-ink-2">Nothing is assigned yet.</p>;
  return (
    <ul>
      {entries.map((entry) => (
        <Entry key={entry.assignment.id} entry={entry} {...rest} />
      ))}
    </ul>
  );
}
