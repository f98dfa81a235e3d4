import { describe, expect, it } from "vitest";
import { modelAnswerOf } from "@/lib/content/model-answer";
import { adoptGuestWork } from "@/lib/data/account/adopt-guest-work";
import { startInterview } from "@/lib/data/interview/start-interview";
import { exportLearning } from "@/lib/data/learning/export-learning";
import { createShareLink, loadSharedReport } from "@/lib/data/report/share-links";
import { readSelfScores } from "@/lib/data/self-scores/read-self-scores";
import { revealReport } from "@/lib/data/self-scores/reveal-report";
import { reportToMarkdown } from "@/lib/grading/report/markdown";
import { createViewer } from "../support/people";
import { takeInterview } from "../support/taken-interview";

const start = new Date("2026-11-22T10:00:00Z");
const later = new Date("2026-11-22T11:00:00Z");
const scores = { data: 3, serve: 1 } as const;
const taken = { level: "mid", texts: {}, start } as const;

describe("self-scores", () => {
  it("are kept once: after the report was shown nothing changes them", async () => {
    const viewer = await createViewer();
    const interviewId = await takeInterview(viewer, taken);
    expect(await readSelfScores(viewer, interviewId)).toBeNull();
    await revealReport(viewer, { interviewId, scores }, later);
    expect(await readSelfScores(viewer, interviewId)).toEqual(scores);
    const again = revealReport(viewer, { interviewId, scores: { data: 0 } }, later);
    await expect(again).rejects.toMatchObject({ code: "conflict" });
    expect(await readSelfScores(viewer, interviewId)).toEqual(scores);
  });

  it("of two tabs at the same moment the first one counts, whole", async () => {
    const viewer = await createViewer();
    const interviewId = await takeInterview(viewer, taken);
    const outcomes = await Promise.allSettled([
      revealReport(viewer, { interviewId, scores: { data: 4 } }, later),
      revealReport(viewer, { interviewId, scores: { serve: 2 } }, later),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const kept = await readSelfScores(viewer, interviewId);
    expect([{ data: 4 }, { serve: 2 }]).toContainEqual(kept);
  });

  it("that were skipped are kept as none", async () => {
    const viewer = await createViewer();
    const interviewId = await takeInterview(viewer, taken);
    await revealReport(viewer, { interviewId, scores: {} }, later);
    expect(await readSelfScores(viewer, interviewId)).toEqual({});
  });

  it("belong to the owner of the interview, and come after its submission", async () => {
    const [owner, other] = [await createViewer(), await createViewer()];
    const interviewId = await takeInterview(owner, taken);
    const foreign = revealReport(other, { interviewId, scores }, later);
    await expect(foreign).rejects.toMatchObject({ code: "not-found" });
    await revealReport(owner, { interviewId, scores }, later);
    expect(await readSelfScores(other, interviewId)).toBeNull();
    expect((await exportLearning(other)).selfScores).toEqual([]);
    const setup = { caseSlug: "video-recommendation", level: "mid", mode: "coach" } as const;
    const running = await startInterview(owner, { ...setup, lengthMinutes: 30, timeMultiplier: 1 }, start);
    await expect(revealReport(owner, { ...running, scores }, start)).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(readSelfScores(owner, "no-uuid")).resolves.toBeNull();
  });

  it("are not in a shared report, which can only be shared once it was shown", async () => {
    const viewer = await createViewer();
    const interviewId = await takeInterview(viewer, {
      ...taken,
      texts: modelAnswerOf("video-recommendation", "mid"),
    });
    await expect(createShareLink(viewer, interviewId, 7, later)).rejects.toMatchObject({ code: "not-found" });
    await revealReport(viewer, { interviewId, scores }, later);
    const { token } = await createShareLink(viewer, interviewId, 7, later);
    const shared = await loadSharedReport(token, later);
    expect(JSON.stringify(shared)).not.toMatch(/selfScore|"own"/);
    expect(shared && reportToMarkdown(shared)).not.toContain("You rated yourself");
    const own = [{ stage: "data" as const, own: 3, report: 1.6 }];
    expect(shared && reportToMarkdown(shared, own)).toContain("You rated yourself 3 of 4, the report 1.6.");
  });

  it("of a guest go with the interview to the account, and are in its export", async () => {
    const guest = await createViewer({ isGuest: true });
    const account = await createViewer();
    const interviewId = await takeInterview(guest, taken);
    await revealReport(guest, { interviewId, scores }, later);
    await adoptGuestWork(guest.userId, account.userId);
    expect(await readSelfScores(account, interviewId)).toEqual(scores);
    expect(await readSelfScores(guest, interviewId)).toBeNull();
    expect((await exportLearning(account)).selfScores).toEqual([{ interviewId, scores, revealedAt: later }]);
  });
});
