/** Replays and comparisons on a real database: who may see them, from when on, and that a replay is the log. */
import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { modelAnswerOf } from "@/lib/content/model-answer";
import { database } from "@/lib/data/database";
import { readEvents } from "@/lib/data/interview/event-rows";
import { comparisonOf, loadComparison } from "@/lib/data/report/load-comparison";
import { loadReplay } from "@/lib/data/report/load-replay";
import { revealReport } from "@/lib/data/self-scores/reveal-report";
import { pointChanges } from "@/lib/grading/report/compare-sides";
import { foldEvents } from "@/lib/interview/fold";
import { unpackLog } from "@/lib/interview/replay/pack-log";
import { createReplay } from "@/lib/interview/replay/replay";
import { createViewer } from "../support/people";
import { takeInterview } from "../support/taken-interview";

const CASE = "video-recommendation";
const [start, later] = [new Date("2026-11-22T10:00:00Z"), new Date("2026-11-22T11:00:00Z")];
const [data, clarify] = [modelAnswerOf(CASE, "mid").data ?? "", modelAnswerOf(CASE, "mid").clarify ?? ""];

it("replays the stored log to its final state, byte for byte, to its owner and after the reveal only", async () => {
  const [owner, stranger] = [await createViewer(), await createViewer()];
  const id = await takeInterview(owner, { level: "mid", texts: { data }, start });
  expect(await loadReplay(owner, id)).toBeNull();
  await expect(comparisonOf(owner, id)).rejects.toMatchObject({ code: "not-found" });
  await revealReport(owner, { interviewId: id, scores: {} }, later);
  const loaded = await loadReplay(owner, id);
  const stored = await readEvents(await database(), id, 0);
  const replay = createReplay(unpackLog(JSON.parse(JSON.stringify(loaded?.log))));
  expect(JSON.stringify(replay.final)).toBe(JSON.stringify(foldEvents(stored)));
  for (const [viewer, wanted] of [
    [stranger, id],
    [owner, "no-id"],
  ] as const)
    await expect(loadReplay(viewer, wanted)).rejects.toMatchObject({ code: "not-found" });
});

it("compares an attempt with the one before it, the earlier one at the left, or with a model answer", async () => {
  const owner = await createViewer();
  const first = await takeInterview(owner, { level: "mid", texts: { data }, start });
  const second = await takeInterview(owner, { level: "mid", texts: { clarify }, start: later });
  for (const interviewId of [first, second]) await revealReport(owner, { interviewId, scores: {} }, later);
  expect((await comparisonOf(owner, second)).key).toBe(first);
  expect((await comparisonOf(owner, first)).key).toBe("model-mid");
  for (const key of [
    { id: second, with: first },
    { id: first, with: second },
  ]) {
    const { first: left, second: right } = await loadComparison(owner, key);
    expect([left.answers.data, right.answers.clarify]).toEqual([data, clarify]);
    const moved = pointChanges(left, right).filter(({ change }) => change !== "same");
    expect(new Set(moved.filter(({ change }) => change === "gained").map(({ stage }) => stage))).toContain(
      "clarify",
    );
    expect(new Set(moved.filter(({ change }) => change === "lost").map(({ stage }) => stage))).toContain(
      "data",
    );
  }
  const model = await loadComparison(owner, { id: first, with: "model-mid" });
  expect(model.second.answers.clarify).toBe(clarify);
  expect(model.choices.map(({ key }) => key)).toEqual([second, "model-mid", "model-senior", "model-staff"]);
});

it("compares an attempt that is older than all those that are offered, too", async () => {
  const owner = await createViewer();
  const oldest = await takeInterview(owner, { level: "mid", texts: { data }, start });
  await revealReport(owner, { interviewId: oldest, scores: {} }, later);
  const db = await database();
  const {
    id: _id,
    classContent: _none,
    ...row
  } = await db.interview.findUniqueOrThrow({ where: { id: oldest } });
  const { content, ...report } = await db.report.findUniqueOrThrow({ where: { interviewId: oldest } });
  const ids = Array.from({ length: 50 }, () => randomUUID());
  await db.interview.createMany({ data: ids.map((id) => ({ ...row, id, submittedAt: later })) });
  await db.report.createMany({
    data: ids.map((interviewId) => ({ ...report, interviewId, content: content as object })),
  });
  const revealed = { scores: {}, revealedAt: later };
  await db.selfScores.createMany({ data: ids.map((interviewId) => ({ ...revealed, interviewId })) });
  expect((await comparisonOf(owner, oldest)).key).toBe("model-mid");
  expect((await loadComparison(owner, { id: oldest, with: ids[0] ?? "" })).first.answers.data).toBe(data);
});

it("shows nobody's attempt to anybody else, nor one that was not revealed", async () => {
  const [owner, stranger] = [await createViewer(), await createViewer()];
  const revealed = await takeInterview(owner, { level: "mid", texts: { data }, start });
  await revealReport(owner, { interviewId: revealed, scores: {} }, later);
  const hidden = await takeInterview(owner, { level: "mid", texts: { clarify }, start: later });
  const foreign = await takeInterview(stranger, { level: "mid", texts: { data }, start });
  await revealReport(stranger, { interviewId: foreign, scores: {} }, later);
  for (const [viewer, key] of [
    [stranger, { id: revealed, with: "model-mid" }],
    [owner, { id: revealed, with: hidden }],
    [owner, { id: revealed, with: foreign }],
    [owner, { id: revealed, with: revealed }],
    [owner, { id: revealed, with: "model-none" }],
  ] as const)
    await expect(loadComparison(viewer, key)).rejects.toMatchObject({ code: "not-found" });
});
