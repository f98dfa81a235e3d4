/** A lab run attached to an attempt: whose it is, when it can be attached, and who may run it again. */
import { describe, expect, test } from "vitest";
import { outcomeOf } from "@/lib/classroom/evidence/outcome";
import { database } from "@/lib/data/database";
import { submitInterview } from "@/lib/data/interview/submit-interview";
import { attachEvidence } from "@/lib/data/submission/attach-evidence";
import { labAssignment } from "@/lib/data/submission/lab-assignment";
import { loadAttempts } from "@/lib/data/submission/load-attempts";
import { loadEvidence } from "@/lib/data/submission/load-evidence";
import { readEvidence } from "@/lib/data/submission/read-evidence";
import { startAttempt } from "@/lib/data/submission/start-attempt";
import type { Viewer } from "@/lib/viewer";
import { CLASS_START, makeAssignment, makeClass } from "../support/class-fixture";

const HOUR_MS = 3_600_000;
const DUE_MS = CLASS_START.getTime() + 10 * HOUR_MS;
const at = (ms: number) => new Date(CLASS_START.getTime() + ms);
const PATH = "/lab/video?creator-cap=4&items=50000&junk=1";
const outcome = outcomeOf([3, 1, 2], [{ name: "Topics", value: 4 }]);

async function withLab(options: Parameters<typeof makeAssignment>[1] = {}) {
  const made = await makeClass({ students: 2 });
  const assignmentId = await makeAssignment(made.classId, {
    ...{ dueAtMs: DUE_MS, lateDueAtMs: null, evidenceWorld: "video", hiddenLabControls: ["rank"] },
    ...options,
  });
  const key = { classId: made.classId, assignmentId };
  const [student, other] = made.students as [Viewer, Viewer];
  const attach = (viewer: Viewer, ms: number, path = PATH) =>
    attachEvidence(viewer, { ...key, path, outcome }, at(ms));
  const start = (ms: number) => startAttempt(student, { ...key, caseSlug: "video-recommendation" }, at(ms));
  return { ...made, key, student, other, attach, start };
}

describe("a lab run", () => {
  test("is attached to the newest attempt, by its address as the lab writes it, and replaced by the next", async () => {
    const { key, student, start, attach } = await withLab();
    await expect(attach(student, 1)).rejects.toThrow("Start your attempt first");
    const { interviewId } = await start(1);
    await attach(student, 2);
    await submitInterview(student, interviewId, at(HOUR_MS));
    await attach(student, 2 * HOUR_MS);
    const rows = await (await database()).labEvidence.findMany({ where: { submission: { interviewId } } });
    expect(rows).toMatchObject([
      { world: "video", path: "/lab/video?items=50000&creator-cap=4", createdAt: at(2 * HOUR_MS) },
    ]);
    const view = await loadAttempts(student, key, at(2 * HOUR_MS));
    expect(view.attempts[0]?.evidence).toMatchObject({ hash: outcome.hash });
    expect(view.evidence?.labHref).toContain("&hide=rank");
    expect(await labAssignment(student, key, at(2 * HOUR_MS))).toMatchObject({
      attachedHash: outcome.hash,
      refusal: null,
    });
    const kinds = await (await database()).classLogEntry.count({
      where: { assignmentId: key.assignmentId, kind: "evidence-attached" },
    });
    expect(kinds).toBe(2);
  });

  test("cannot be attached after the end, of another lab, to an assignment without one, or by who is no student", async () => {
    const { student, other, instructor, start, attach } = await withLab();
    await start(1);
    await expect(attach(student, 10 * HOUR_MS + 1)).rejects.toMatchObject({ code: "closed" });
    for (const path of ["/lab/ads?seed=1", "https://evil.example/lab/video", "/lab/video#check=x"])
      await expect(attach(student, 2, path)).rejects.toMatchObject({ code: "invalid-input" });
    await expect(attach(other, 2)).rejects.toMatchObject({ code: "closed" });
    await expect(attach(instructor, 2)).rejects.toMatchObject({ code: "forbidden" });
    const without = await withLab({ evidenceWorld: null });
    await without.start(1);
    await expect(without.attach(without.student, 2)).rejects.toThrow("asks for no lab run");
    expect(
      await (await database()).labEvidence.count({ where: { submission: { studentId: student.userId } } }),
    ).toBe(0);
  });

  test("is read by the staff of its class, without a name while grading is anonymous, and by its student alone", async () => {
    const { key, student, other, assistant, start, attach } = await withLab({ isAnonymous: true });
    const { interviewId } = await start(1);
    await attach(student, 2);
    const db = await database();
    const { id } = await db.labEvidence.findFirstOrThrow({ where: { submission: { interviewId } } });
    const read = await readEvidence(assistant, id);
    expect(read.whose).toMatch(/^Student \d+$/);
    expect(JSON.stringify(read)).not.toContain(student.name);
    expect(read.outcome).toEqual(outcome);
    expect(await readEvidence(student, id)).toMatchObject({ whose: "you" });
    const { id: submissionId } = await db.submission.findUniqueOrThrow({ where: { interviewId } });
    const ids = { ...key, submissionId };
    expect(await loadEvidence(assistant, ids)).toMatchObject({ required: "video", runs: [{ id, outcome }] });
    await expect(loadEvidence(student, ids)).rejects.toMatchObject({ code: "not-found" });
    await expect(readEvidence(other, id)).rejects.toMatchObject({ code: "not-found" });
    const elsewhere = await makeClass({ students: 0 });
    await expect(readEvidence(elsewhere.instructor, id)).rejects.toMatchObject({ code: "not-found" });
    await expect(loadEvidence(elsewhere.instructor, ids)).rejects.toMatchObject({ code: "not-found" });
  });
});
