import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { modelAnswerOf } from "@/lib/content/model-answer";
import { adoptGuestWork } from "@/lib/data/account/adopt-guest-work";
import { database } from "@/lib/data/database";
import { exportLanguageModelUse } from "@/lib/data/language-model/export-use";
import { readHostUse } from "@/lib/data/language-model/read-host-use";
import { withModel } from "@/lib/data/language-model/with-model";
import { loadReport } from "@/lib/data/report/load-report";
import { askAgain } from "@/lib/data/second-grade/ask-again";
import { gradeWaiting } from "@/lib/data/second-grade/grade-waiting";
import { readSecondProgress } from "@/lib/data/second-grade/read-progress";
import { revealReport } from "@/lib/data/self-scores/reveal-report";
import { reportToMarkdown } from "@/lib/grading/report/markdown";
import { ModelError } from "@/lib/llm/failure";
import { log } from "@/lib/log";
import type { Viewer } from "@/lib/viewer";
import { type FakeLlm, startFakeLlm } from "../support/fake-llm";
import { createViewer } from "../support/people";
import { takeInterview } from "../support/taken-interview";

const start = new Date("2026-11-22T10:00:00Z");
const texts = modelAnswerOf("video-recommendation", "mid");
// Work is started by the tests, so that they can look before it and after it.
vi.mock("@/lib/data/second-grade/grade-waiting", async (original) => ({
  ...(await original<typeof import("@/lib/data/second-grade/grade-waiting")>()),
  startSecondGrades: () => {},
}));

let fake: FakeLlm;
beforeAll(async () => {
  fake = await startFakeLlm();
  Object.assign(process.env, {
    LLM_PROVIDER: "openai-compatible",
    LLM_BASE_URL: fake.url,
    LLM_MODEL: "good",
    LLM_API_KEY: "sk-fake-key",
    LLM_PRICE_IN: "3",
    LLM_PRICE_OUT: "15",
    LLM_TOKENS_PER_PERSON: "60000",
    LLM_DEADLINE_SECONDS: "2",
    LLM_FIRST_TOKEN_SECONDS: "2",
  });
});
afterAll(() => fake.close());
beforeEach(async () => {
  vi.spyOn(log, "warn").mockImplementation(() => {});
  fake.mode = null;
  fake.onRequest = null;
  fake.requests.length = 0;
  await (await database()).languageModelBreaker.deleteMany();
});

async function graded(viewer: Viewer, mode: string | null = null) {
  const interviewId = await takeInterview(viewer, { level: "mid", texts, start });
  fake.mode = mode;
  await gradeWaiting();
  const report = await loadReport(viewer, interviewId);
  if (!report?.second) throw new Error("no second grade");
  return { interviewId, report, second: report.second };
}

const useOf = async (viewer: Viewer) =>
  (await database()).languageModelUse.findFirst({ where: { ownerId: viewer.userId } });

describe("the second grade", () => {
  it("is part of the report as Markdown, with why a verdict does not count", async () => {
    const { report } = await graded(await createViewer(), "invented-quote");
    const markdown = reportToMarkdown(report);
    expect(markdown).toContain("## A second reading, by a language model (openai-compatible/good)");
    expect(markdown).toContain("does not count. What it quoted does not stand in the answer.");
  });

  it("comes after the report, which stands without it, and changes nothing in it", async () => {
    const viewer = await createViewer();
    const interviewId = await takeInterview(viewer, { level: "mid", texts, start });
    const before = await loadReport(viewer, interviewId);
    expect(before?.second).toBeUndefined();
    expect(fake.requests).toHaveLength(0);
    expect(await readSecondProgress(viewer, interviewId)).toEqual({ stagesDone: 0 });
    expect(await gradeWaiting()).toBe(1);
    const after = await loadReport(viewer, interviewId);
    expect(await readSecondProgress(viewer, interviewId)).toBeNull();
    const { second, ...rest } = after ?? {};
    expect(rest).toEqual(before);
    expect(second).toMatchObject({ grader: "llm", model: "openai-compatible/good", needsReview: false });
    expect(second?.score).toBeGreaterThan(0.3);
    expect(fake.requests).toHaveLength(7);
  });

  it("has a receipt for every credit, in the text as written", async () => {
    const { report, second } = await graded(await createViewer());
    const credited = second.points.filter(({ credit }) => credit > 0);
    expect(credited.length).toBeGreaterThan(10);
    for (const { receipt } of credited) {
      const text = report.answers[receipt?.part ?? "whole"] ?? "";
      expect(text.slice(receipt?.start, receipt?.end)).toBe(receipt?.quote);
    }
  });

  it.each([
    ["prose", "unreadable", 7],
    ["badschema", "unreadable", 7],
    ["401", "refused", 3],
  ])(
    "of a model that answers with %s says so at every stage, and the breaker ends what is useless",
    async (mode, failure, calls) => {
      const { report, second } = await graded(await createViewer(), mode);
      expect(second.stages[0]?.failure).toBe(failure);
      expect(second.stages.at(-1)?.failure).toBe(calls === 7 ? failure : "breaker");
      expect(second).toMatchObject({ score: null, points: [] });
      expect(report.score.value).toBeGreaterThan(0.5);
      expect(fake.requests).toHaveLength(calls);
    },
  );

  it("drops quotes that are not in the answer, and says so", async () => {
    const { second } = await graded(await createViewer(), "invented-quote");
    expect(second.points.some(({ dropped }) => dropped === "not-in-answer")).toBe(true);
    expect(second.score).toBeLessThan(0.1);
  });

  it("is stored whatever characters the model writes: one that could not be would be paid for again and again", async () => {
    const { second } = await graded(await createViewer(), "unstorable");
    expect(second.stages.every(({ failure }) => failure === null)).toBe(true);
    expect(second.stages[0]?.followUp).toMatch(/^x\u{1f4c8}+$/u);
    expect(fake.requests).toHaveLength(7);
  });

  it("is kept: the same answers are not paid for again, by the same person alone", async () => {
    const viewer = await createViewer();
    await graded(viewer);
    const again = await graded(viewer);
    expect(fake.requests).toHaveLength(7);
    expect(again.second.stages.every(({ isFromCache }) => isFromCache)).toBe(true);
    await graded(await createViewer());
    expect(fake.requests).toHaveLength(14);
  });

  it("can be asked for again by the owner when stages were not read, and only those are paid for", async () => {
    const viewer = await createViewer();
    const { interviewId } = await graded(viewer, "500");
    const asked = fake.requests.length;
    await expect(askAgain(await createViewer(), interviewId)).rejects.toMatchObject({ code: "not-found" });
    fake.mode = null;
    await (await database()).languageModelBreaker.deleteMany();
    await askAgain(viewer, interviewId);
    expect(await gradeWaiting()).toBe(1);
    expect((await loadReport(viewer, interviewId))?.second?.score).toBeGreaterThan(0.3);
    expect(fake.requests.length - asked).toBe(7);
    await expect(askAgain(viewer, interviewId)).rejects.toMatchObject({ code: "closed" });
  });

  it("is taken over from a worker that died, and what it had read is kept", async () => {
    const viewer = await createViewer();
    const interviewId = await takeInterview(viewer, { level: "mid", texts, start });
    const db = await database();
    await db.secondGradeJob.update({
      where: { interviewId },
      data: { leaseUntil: new Date(Date.now() + 60_000) },
    });
    expect(await gradeWaiting()).toBe(0);
    await db.secondGradeJob.update({ where: { interviewId }, data: { leaseUntil: new Date(0) } });
    expect(await gradeWaiting()).toBe(1);
  });
});

describe("the books", () => {
  const call = (viewer: Viewer, mostTokens: number, mode: string | null = null) => {
    fake.mode = mode;
    return withModel({
      ownerId: viewer.userId,
      task: "voice",
      mostTokens,
      patienceMs: 0,
      call: (model) =>
        model.ask(
          { system: "Speak.", prompt: "Sentence to say: Why?", maxTokens: 50, onText: () => {} },
          new AbortController().signal,
        ),
    });
  };

  it("hold the tokens and the cost of a day, for the person and for everybody", async () => {
    const viewer = await createViewer();
    const db = await database();
    const before = await db.languageModelDay.findFirst();
    const { tokens } = await call(viewer, 1_000);
    const cost = (tokens.in * 3 + tokens.out * 15) / 1e6;
    expect(await useOf(viewer)).toMatchObject({ calls: 1, failures: 0, tokensIn: 100, reserved: 0 });
    expect((await useOf(viewer))?.cost).toBeCloseTo(cost);
    const after = await db.languageModelDay.findFirst();
    expect((after?.tokensIn ?? 0) - (before?.tokensIn ?? 0)).toBe(100);
  });

  it("refuse what goes beyond a person's day before anything is sent", async () => {
    const viewer = await createViewer();
    await call(viewer, 59_000);
    await expect(call(viewer, 59_950)).rejects.toMatchObject({ failure: "budget" });
    expect(fake.requests).toHaveLength(1);
    expect(await useOf(viewer)).toMatchObject({ reserved: 0, calls: 1 });
  });

  it("never let two calls of one moment spend the same tokens, and let a person make one at a time", async () => {
    const viewer = await createViewer();
    const outcomes = await Promise.allSettled([call(viewer, 500), call(viewer, 500), call(viewer, 500)]);
    const failures = outcomes.flatMap((one) => (one.status === "rejected" ? [one.reason.failure] : []));
    expect(failures).toEqual(["busy", "busy"]);
  });

  it("count a failed call, and charge what may have been charged", async () => {
    const viewer = await createViewer();
    await expect(call(viewer, 700, "500")).rejects.toMatchObject({ failure: "server" });
    expect(await useOf(viewer)).toMatchObject({ calls: 1, failures: 1, tokensIn: 0, reserved: 0 });
    await expect(call(viewer, 700, "cut")).rejects.toMatchObject({ failure: "cut" });
    expect(await useOf(viewer)).toMatchObject({ calls: 2, failures: 2, tokensIn: 700 });
  });

  it("open the breaker for everybody after three failures, and close it with the first success after a minute", async () => {
    const viewer = await createViewer();
    for (let i = 0; i < 3; i++) await call(viewer, 100, "500").catch(() => {});
    await expect(call(await createViewer(), 100)).rejects.toMatchObject({ failure: "breaker" });
    const sent = fake.requests.length;
    const db = await database();
    await db.languageModelBreaker.updateMany({ data: { openUntil: new Date(0) } });
    await call(viewer, 100);
    await call(viewer, 100);
    expect(fake.requests).toHaveLength(sent + 2);
    expect(await db.languageModelBreaker.findFirst()).toMatchObject({ failures: 0, openUntil: null });
  });

  it("are settled once, also when what comes after them fails", async () => {
    const viewer = await createViewer();
    const db = await database();
    // The breaker's table is gone for the moment in which the call succeeds.
    fake.onRequest = () => db.$executeRaw`ALTER TABLE "LanguageModelBreaker" RENAME TO "Elsewhere"`;
    await expect(call(viewer, 700)).rejects.not.toBeInstanceOf(ModelError);
    await db.$executeRaw`ALTER TABLE "Elsewhere" RENAME TO "LanguageModelBreaker"`;
    expect(await useOf(viewer)).toMatchObject({ calls: 1, failures: 0, tokensIn: 100, reserved: 0 });
  });

  it("keep somebody without a budget from the one try that closes the breaker", async () => {
    const db = await database();
    await db.languageModelBreaker.create({ data: { id: 1, failures: 3, openUntil: new Date(0) } });
    await expect(call(await createViewer(), 60_001)).rejects.toMatchObject({ failure: "budget" });
    const viewer = await createViewer();
    await call(viewer, 100);
    await db.languageModelBreaker.updateMany({ data: { openUntil: new Date(Date.now() + 60_000) } });
    await expect(call(viewer, 100)).rejects.toMatchObject({ failure: "breaker" });
    expect(await useOf(viewer)).toMatchObject({ calls: 1, reserved: 0 });
  });

  it("are an administrator's to see, by number and without a key or a name", async () => {
    const viewer = await createViewer({ name: "Ada Example" });
    await call(viewer, 1_000);
    await call(viewer, 1_000, "500").catch(() => {});
    await expect(readHostUse(viewer, new Date())).rejects.toMatchObject({ code: "forbidden" });
    const use = await readHostUse(await createViewer({ role: "admin" }), new Date());
    expect(use.model).toMatchObject({ name: "openai-compatible/good", hasPrices: true });
    expect(use.breaker).toMatchObject({ phase: "closed", lastFailure: "server" });
    const own = use.people.find(({ id }) => id === viewer.userId);
    expect(own).toMatchObject({ calls: 2, failures: 1, tokensIn: 100, isGuest: false });
    expect(use.days[0]?.calls).toBeGreaterThanOrEqual(2);
    expect(JSON.stringify(use)).not.toMatch(/sk-fake-key|Ada Example/);
  });

  it("and what was answered are in the person's export, and in nobody else's", async () => {
    const viewer = await createViewer();
    const { interviewId } = await graded(viewer);
    // Whoever has not rated themselves yet is not told by their export either.
    expect(await exportLanguageModelUse(viewer)).toMatchObject({ answers: [], secondGrades: [] });
    await revealReport(viewer, { interviewId, scores: {} }, new Date());
    const exported = await exportLanguageModelUse(viewer);
    expect(exported.days).toHaveLength(1);
    expect(exported.answers).toHaveLength(7);
    expect(exported.secondGrades).toEqual([expect.objectContaining({ interviewId })]);
    const others = await exportLanguageModelUse(await createViewer());
    expect(others).toMatchObject({ days: [], answers: [], secondGrades: [] });
  });

  it("go with a guest to the account, and with a deleted account", async () => {
    const guest = await createViewer({ isGuest: true });
    const account = await createViewer();
    await graded(guest);
    await call(account, 100);
    const db = await database();
    const answers = { where: { ownerId: account.userId } };
    await adoptGuestWork(guest.userId, account.userId);
    expect(await db.languageModelAnswer.count(answers)).toBe(7);
    expect(await useOf(account)).toMatchObject({ calls: 8, reserved: 0 });
    expect(await useOf(guest)).toBeNull();
    await db.user.delete({ where: { id: account.userId } });
    expect(await db.languageModelAnswer.count(answers)).toBe(0);
    expect(await useOf(account)).toBeNull();
  });
});
