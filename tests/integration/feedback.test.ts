/** Remarks on submissions and the bank they come from: who writes, what may not lie, and that nothing is overwritten. */
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { deleteBankComment } from "@/lib/data/bank-comment/delete-bank-comment";
import { editBankComment } from "@/lib/data/bank-comment/edit-bank-comment";
import { readBank } from "@/lib/data/bank-comment/read-bank";
import { saveToBank } from "@/lib/data/bank-comment/save-to-bank";
import { database } from "@/lib/data/database";
import { addComment } from "@/lib/data/grade-comment/add-comment";
import { deleteComment } from "@/lib/data/grade-comment/delete-comment";
import { editComment } from "@/lib/data/grade-comment/edit-comment";
import { readFeedback } from "@/lib/data/grade-comment/read-feedback";
import { restoreComment } from "@/lib/data/grade-comment/restore-comment";
import type { SubmissionKey } from "@/lib/data/grade-comment/staff-submission";
import type { Viewer } from "@/lib/viewer";
import {
  addMember,
  CLASS_START,
  type MadeClass,
  makeAssignment,
  makeClass,
  makeSubmission,
} from "../support/class-fixture";
import { createViewer } from "../support/people";

const DATA = "We split by time: train on the days before and test on the days after.";
const now = new Date(CLASS_START.getTime() + 30 * 86_400_000);
const refusedWith = (code: string) => expect.objectContaining({ code });
const passage = { kind: "text", part: "data", start: 3, end: 16, quote: "split by time" } as const;

type Ground = MadeClass & { key: SubmissionKey };
let here: Ground;
let elsewhere: Ground;

async function makeGround(): Promise<Ground> {
  const made = await makeClass({ students: 1 });
  const assignmentId = await makeAssignment(made.classId, { stages: ["data"] });
  const work = { texts: { data: DATA }, board: "Client -> Ranker" };
  const { submissionId } = await makeSubmission(assignmentId, made.students[0] as Viewer, work);
  return { ...made, key: { classId: made.classId, assignmentId, submissionId } };
}
beforeAll(async () => {
  [here, elsewhere] = [await makeGround(), await makeGround()];
}, 60_000);

const remark = (more: Partial<Parameters<typeof addComment>[2]> = {}) => ({
  id: randomUUID(),
  pointId: null,
  anchor: null,
  body: "Say **which** days.",
  bankCommentIds: [],
  ...more,
});
const write = (viewer: Viewer, more: Parameters<typeof remark>[0] = {}, key = here.key) =>
  addComment(viewer, key, remark(more), now);

describe("a remark", () => {
  test("stands on the whole, on a point, on a passage, and on a node of the board", async () => {
    const row = await (await database()).submission.findUniqueOrThrow({
      where: { id: here.key.submissionId },
    });
    const nodeId = (row.board as { nodes: { id: string }[] }).nodes[0]?.id ?? "";
    const places = [
      {},
      { pointId: "data-time-split" },
      { anchor: passage },
      { anchor: { kind: "node", nodeId } as const },
    ];
    const ids: string[] = [];
    for (const place of places) ids.push((await write(here.assistant, place)).id);
    const { comments } = await readFeedback(here.instructor, here.key);
    expect(comments.filter(({ id }) => ids.includes(id))).toMatchObject(
      places.map((place) => ({ pointId: null, anchor: null, author: "Aron Assistant", ...place })),
    );
  });

  test("that quotes other words than were submitted, or a node or point that is not there, is refused", async () => {
    const lies = [
      { ...passage, quote: "split at random" },
      { ...passage, start: 4, end: 17 },
      { ...passage, part: "model" as const },
      { kind: "node", nodeId: "nowhere" } as const,
    ];
    for (const anchor of lies)
      await expect(write(here.assistant, { anchor })).rejects.toEqual(refusedWith("invalid-input"));
    await expect(write(here.assistant, { pointId: "no-such-point" })).rejects.toEqual(
      refusedWith("not-found"),
    );
  });

  test("is one when it is sent twice", async () => {
    const comment = remark();
    await addComment(here.assistant, here.key, comment, now);
    await addComment(here.assistant, here.key, comment, now);
    expect(await (await database()).gradeComment.count({ where: { id: comment.id } })).toBe(1);
  });

  test("is neither read nor written by students, by other classes, by an admin of the host, or by who was removed", async () => {
    const { id, revision } = await write(here.assistant);
    const student = here.students[0] as Viewer;
    const admin = await createViewer({ role: "admin" });
    const removed = await createViewer();
    await addMember(here.classId, removed, "assistant");
    await (await database()).classMember.updateMany({
      where: { classId: here.classId, userId: removed.userId },
      data: { removedAt: now },
    });
    const strangers = [
      [removed, "not-found"],
      [student, "forbidden"],
      [elsewhere.instructor, "not-found"],
      [admin, "not-found"],
    ] as const;
    for (const [viewer, code] of strangers) {
      await expect(readFeedback(viewer, here.key)).rejects.toEqual(refusedWith(code));
      await expect(write(viewer)).rejects.toEqual(refusedWith(code));
      const edit = { commentId: id, body: "Mine now.", revision };
      await expect(editComment(viewer, here.key, edit)).rejects.toEqual(refusedWith(code));
      await expect(deleteComment(viewer, here.key, edit, now)).rejects.toEqual(refusedWith(code));
      await expect(restoreComment(viewer, here.key, id, now)).rejects.toEqual(refusedWith(code));
    }
  });

  test("cannot be reached through another class's ids, nor put on another class's submission", async () => {
    const { id, revision } = await write(here.assistant);
    const mixed = { ...elsewhere.key, submissionId: here.key.submissionId };
    await expect(write(elsewhere.instructor, {}, mixed)).rejects.toEqual(refusedWith("not-found"));
    const borrowed = { ...here.key, classId: elsewhere.classId };
    await expect(write(elsewhere.instructor, {}, borrowed)).rejects.toEqual(refusedWith("not-found"));
    const edit = { commentId: id, body: "Mine now.", revision };
    expect(await editComment(elsewhere.instructor, elsewhere.key, edit)).toEqual({
      outcome: "conflict",
      current: null,
    });
    await expect(deleteComment(elsewhere.instructor, elsewhere.key, edit, now)).rejects.toEqual(
      refusedWith("not-found"),
    );
    const { comments } = await readFeedback(here.assistant, here.key);
    expect(comments.find((comment) => comment.id === id)?.body).toBe("Say **which** days.");
  });

  test("that two people edit at once is changed by the first; the second is shown what stands there", async () => {
    const { id: commentId } = await write(here.assistant);
    const [first, second] = await Promise.all([
      editComment(here.assistant, here.key, { commentId, body: "Aron's.", revision: 0 }),
      editComment(here.instructor, here.key, { commentId, body: "Ines's.", revision: 0 }),
    ]);
    expect([first.outcome, second.outcome].toSorted()).toEqual(["conflict", "saved"]);
    const winner = first.outcome === "saved" ? "Aron's." : "Ines's.";
    const lost = first.outcome === "conflict" ? first : second;
    expect(lost).toMatchObject({ outcome: "conflict", current: { body: winner, revision: 1 } });
  });

  test("is its author's; an instructor may change it, another assistant may not", async () => {
    const { id: commentId } = await write(here.instructor);
    const edit = { commentId, body: "Shorter.", revision: 0 };
    await expect(editComment(here.assistant, here.key, edit)).rejects.toEqual(refusedWith("forbidden"));
    await expect(deleteComment(here.assistant, here.key, edit, now)).rejects.toEqual(
      refusedWith("forbidden"),
    );
    const other = await write(here.assistant);
    const outcome = await editComment(here.instructor, here.key, { ...edit, commentId: other.id });
    expect(outcome).toMatchObject({ outcome: "saved", comment: { author: "Aron Assistant", revision: 1 } });
  });

  test("comes back after its deletion as it was, and an edit of the version before is still refused", async () => {
    const { id: commentId } = await write(here.assistant, { anchor: passage });
    await deleteComment(here.instructor, here.key, { commentId, revision: 0 }, now);
    const gone = await readFeedback(here.assistant, here.key);
    expect(gone.comments.some(({ id }) => id === commentId)).toBe(false);
    const back = await restoreComment(here.instructor, here.key, commentId, now);
    expect(back).toMatchObject({ body: "Say **which** days.", anchor: passage, author: "Aron Assistant" });
    const stale = await editComment(here.assistant, here.key, { commentId, body: "Old tab.", revision: 0 });
    expect(stale.outcome).toBe("conflict");
    const kinds = await (await database()).classLogEntry.findMany({
      where: { classId: here.classId, before: { path: ["id"], equals: commentId } },
    });
    expect(kinds).toHaveLength(1);
  });

  test("in an archived class changes no more, and is still read", async () => {
    const old = await makeGround();
    await write(old.assistant, {}, old.key);
    const db = await database();
    await db.class.update({ where: { id: old.classId }, data: { archivedAt: now } });
    await expect(write(old.assistant, {}, old.key)).rejects.toEqual(refusedWith("closed"));
    expect((await readFeedback(old.assistant, old.key)).comments).toHaveLength(1);
  });
});

describe("the comment bank", () => {
  const entry = { stage: "data", pointId: "data-time-split", body: "Say which days you train on." } as const;

  test("keeps the same words once, counts what was used, and belongs to its class", async () => {
    const { id } = await saveToBank(here.assistant, here.classId, entry, now);
    expect((await saveToBank(here.instructor, here.classId, entry, now)).id).toBe(id);
    await write(here.assistant, { bankCommentIds: [id] });
    await write(elsewhere.assistant, { bankCommentIds: [id] }, elsewhere.key);
    expect(await readBank(here.instructor, here.classId)).toMatchObject([{ ...entry, id, uses: 1 }]);
    expect(await readBank(elsewhere.instructor, here.classId)).toEqual([]);
    expect(await readBank(here.students[0] as Viewer, here.classId)).toEqual([]);
  });

  test("is changed by its staff alone, and never upon words that changed meanwhile", async () => {
    const { id: bankCommentId, body: before } = await saveToBank(
      here.assistant,
      here.classId,
      { stage: null, pointId: null, body: "Name the metric." },
      now,
    );
    const edit = { bankCommentId, before, body: "Name the metric and its unit." };
    await expect(editBankComment(here.students[0] as Viewer, here.classId, edit)).rejects.toEqual(
      refusedWith("forbidden"),
    );
    await expect(editBankComment(elsewhere.instructor, elsewhere.classId, edit)).rejects.toEqual(
      refusedWith("not-found"),
    );
    expect(await editBankComment(here.assistant, here.classId, edit)).toMatchObject({ body: edit.body });
    await expect(editBankComment(here.instructor, here.classId, edit)).rejects.toEqual(
      refusedWith("conflict"),
    );
    await deleteBankComment(elsewhere.instructor, elsewhere.classId, bankCommentId);
    const stillThere = await readBank(here.assistant, here.classId);
    expect(stillThere.some(({ id }) => id === bankCommentId)).toBe(true);
    await deleteBankComment(here.assistant, here.classId, bankCommentId);
    expect((await readBank(here.assistant, here.classId)).some(({ id }) => id === bankCommentId)).toBe(false);
  });
});
