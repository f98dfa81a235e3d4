import type { Metadata } from "next";
import Link from "next/link";
import { PageHeader, PageShell } from "@/components/layout/page-shell";
import { percentWords } from "@/components/teach/gradebook/numbers";
import { RecordEntries } from "@/components/teach/gradebook/record-entries";
import { RecordLog } from "@/components/teach/gradebook/record-log";
import { STAFF } from "@/lib/classroom/roles";
import { loadRecord } from "@/lib/data/gradebook/load-record";
import { orNotFound, pageMember } from "../../page-member";

export const metadata: Metadata = { title: "Student", robots: { index: false } };

/** One student's whole record, for the staff. */
export default async function RecordPage({ params }: PageProps<"/classes/[classId]/gradebook/[studentId]">) {
  const { classId, studentId } = await params;
  const { viewer, member } = await pageMember(classId, STAFF);
  const { timeZone } = member;
  const record = await orNotFound(loadRecord(viewer, classId, studentId, new Date()));
  const { student, totalPercent, entries, log } = record;
  const titles = new Map(entries.map(({ assignment }) => [assignment.id, assignment.title]));
  const facts = [student.email, student.studentNumber, student.section && `section ${student.section}`];
  return (
    <PageShell width="medium">
      <PageHeader
        eyebrow={<Link href={`/classes/${classId}/gradebook`}>Gradebook</Link>}
        title={student.name}
        lead={facts.filter(Boolean).join(" · ")}
        actions={
          <a href={`/api/export/classes/${classId}/students/${encodeURIComponent(studentId)}`} download>
            Download the whole record
          </a>
        }
      />
      <div className="grid grid-cols-1 gap-10">
        <section aria-labelledby="assignments" className="grid grid-cols-1 gap-2">
          <h2 id="assignments" className="text-lg font-semibold">
            Assignments
          </h2>
          <p className="text-ink-2 tabular-nums">
            {totalPercent === null ? "No total yet." : `Total ${percentWords(totalPercent)}`}
          </p>
          <RecordEntries entries={entries} classId={classId} timeZone={timeZone} />
        </section>
        <section aria-labelledby="log" className="grid grid-cols-1 gap-3">
          <h2 id="log" className="text-lg font-semibold">
            Log
          </h2>
          <RecordLog entries={log} titles={titles} timeZone={timeZone} />
        </section>
      </div>
    </PageShell>
  );
}
