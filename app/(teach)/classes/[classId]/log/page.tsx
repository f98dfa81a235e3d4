import type { Metadata } from "next";
import Link from "next/link";
import * as z from "zod";
import { PageHeader, PageShell } from "@/components/layout/page-shell";
import { LogFilter } from "@/components/teach/class/log-filter";
import { LogTable } from "@/components/teach/class/log-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LOG_AREAS } from "@/lib/classroom/log-words";
import { STAFF } from "@/lib/classroom/roles";
import { listStaff, readClassLog } from "@/lib/data/class/read-log";
import { orNotFound, pageMember } from "../page-member";

export const metadata: Metadata = { title: "Class log", robots: { index: false } };

const querySchema = z.object({
  about: z.enum(LOG_AREAS).nullable().catch(null),
  by: z.string().min(1).max(100).nullable().catch(null),
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .nullable()
    .catch(null),
});

export default async function ClassLogPage({ params, searchParams }: PageProps<"/classes/[classId]/log">) {
  const { viewer, member } = await pageMember((await params).classId, STAFF);
  const { about, by, before } = querySchema.parse(await searchParams);
  const { classId, timeZone } = member;
  const query = { area: about, actorId: by, before: before === null ? null : BigInt(before) };
  const [{ entries, older }, staff] = await Promise.all([
    orNotFound(readClassLog(viewer, classId, query)),
    orNotFound(listStaff(viewer, classId)),
  ]);
  const path = `/classes/${classId}/log`;
  const olderQuery = new URLSearchParams({ about: about ?? "", by: by ?? "", before: older ?? "" });
  return (
    <PageShell>
      <PageHeader
        title="Log"
        lead="Who changed what. Nothing is taken out of it; students of an anonymous assignment stay numbers until its grades are released."
      />
      <div className="grid gap-5">
        <LogFilter path={path} area={about} actorId={by} staff={staff} />
        {entries.length > 0 ? (
          <LogTable entries={entries} timeZone={timeZone} />
        ) : (
          <EmptyState title="No entry is found">
            Show everything, by everybody, or go back to the newest.
          </EmptyState>
        )}
        <nav aria-label="Pages" className="flex gap-4 text-sm">
          {before !== null && (
            <Link className="text-accent underline underline-offset-2" href={path}>
              Newest
            </Link>
          )}
          {older !== null && (
            <Link className="text-accent underline underline-offset-2" href={`${path}?${olderQuery}`}>
              Older
            </Link>
          )}
        </nav>
      </div>
    </PageShell>
  );
}
