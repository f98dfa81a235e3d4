/**
 * A student attaches a lab run to their newest attempt: the address that runs it again, and what it gave. Possible from
 * the start of the attempt until the assignment takes nothing more from them, so that a run neither eats interview time
 * nor has to be made beforehand. Attaching again replaces what was attached. The outcome is what the student's browser
 * says: it is only ever shown beside what a new run gives.
 */
import "server-only";
import { stateFor } from "@/lib/classroom/dates/effective-dates";
import { type EvidenceWorld, readLabPath } from "@/lib/classroom/evidence/lab-address";
import type { Outcome } from "@/lib/classroom/evidence/outcome";
import { STUDENTS } from "@/lib/classroom/roles";
import { appendClassLog } from "@/lib/data/class/append-log";
import { requireMember } from "@/lib/data/class/membership";
import { database } from "@/lib/data/database";
import type { AssignmentIds } from "@/lib/data/grading/graded-assignment";
import { closed, invalidInput } from "@/lib/errors";
import { adLabCodec } from "@/lib/pipeline/ads/lab-state";
import { searchLabCodec } from "@/lib/pipeline/product-search/lab-state";
import { formatLabState, parseLabState } from "@/lib/pipeline/video/lab-state";
import type { Viewer } from "@/lib/viewer";
import { type OwnWork, ownWork } from "./own-work";

/** The query as the lab itself would write it: whatever else was in the address is gone. Sizes are always written. */
const NORMALISED: Record<EvidenceWorld, (search: URLSearchParams) => string> = {
  video: (search) => formatLabState(parseLabState(search), ["items"]),
  ads: (search) => adLabCodec.formatLabState(adLabCodec.parseLabState(search)),
  search: (search) => searchLabCodec.formatLabState(searchLabCodec.parseLabState(search), ["products"]),
};

function normalisedPath(path: string, wanted: EvidenceWorld): string {
  const read = readLabPath(path);
  if (read?.world !== wanted) throw invalidInput("This is no run of the lab that the assignment asks for.");
  const query = NORMALISED[read.world](new URLSearchParams(read.query));
  return query === "" ? `/lab/${read.world}` : `/lab/${read.world}?${query}`;
}

/** Why nothing can be attached now; null when something can. */
export function attachRefusal(
  { settings, tries, dates, gradesReleasedAt }: OwnWork,
  now: Date,
): string | null {
  if (settings.evidenceWorld === null) return "This assignment asks for no lab run.";
  if (tries.length === 0) return "Start your attempt first; a run is attached to it.";
  if (stateFor(dates, now.getTime()) === "closed")
    return "This assignment is closed: nothing more is accepted.";
  return gradesReleasedAt === null ? null : "The grades are released: nothing changes any more.";
}

export async function attachEvidence(
  viewer: Viewer,
  input: AssignmentIds & { path: string; outcome: Outcome },
  now: Date,
): Promise<{ hash: string }> {
  const { classId, assignmentId, outcome } = input;
  const db = await database();
  await db.$transaction(async (tx) => {
    await requireMember(tx, viewer, classId, STUDENTS, true);
    const work = await ownWork(tx, viewer, input);
    const refusal = attachRefusal(work, now);
    const newest = work.tries.at(-1);
    const world = work.settings.evidenceWorld;
    if (refusal !== null || !newest || world === null)
      throw closed(refusal ?? "Nothing can be attached now.");
    const { submissionId } = newest;
    const path = normalisedPath(input.path, world);
    // Two tabs that attach at once have one order, and one run is left.
    await tx.$queryRaw`SELECT 1 FROM "Submission" WHERE "id" = ${submissionId}::uuid FOR NO KEY UPDATE`;
    await tx.labEvidence.deleteMany({ where: { submissionId } });
    await tx.labEvidence.create({ data: { submissionId, world, path, outcome, createdAt: now } });
    const act = { classId, assignmentId, submissionId, studentId: viewer.userId };
    const after = { world, hash: outcome.hash };
    await appendClassLog(tx, viewer, [{ ...act, kind: "evidence-attached", after }], now);
  });
  return { hash: outcome.hash };
}
