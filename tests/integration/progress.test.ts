import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { listChapters, loadChapterCards } from "@/lib/content/load";
import { modelAnswerOf } from "@/lib/content/model-answer";
import { startInterview } from "@/lib/data/interview/start-interview";
import { answerQuestion } from "@/lib/data/learning/answer-question";
import { addMissedCards } from "@/lib/data/learning/missed-cards";
import { readAttempts } from "@/lib/data/progress/read-attempts";
import { readProgress } from "@/lib/data/progress/read-progress";
import { saveProgress } from "@/lib/data/reading/save-progress";
import { revealReport } from "@/lib/data/self-scores/reveal-report";
import { createViewer } from "../support/people";
import { takeInterview } from "../support/taken-interview";

const CASE = "video-recommendation";
const start = new Date("2026-11-22T10:00:00Z");
const later = new Date("2026-11-22T11:00:00Z");
const { data: _, ...allButData } = modelAnswerOf(CASE, "senior");

describe("progress", () => {
  it("of a newcomer, known or not, is empty and says what to do first", async () => {
    for (const viewer of [null, await createViewer({ isGuest: true })]) {
      const { attempts, steps, quizzes, reading } = await readProgress(viewer, later);
      expect([attempts, quizzes, reading.finished, reading.resume]).toEqual([[], [], 0, null]);
      expect(steps.map(({ title }) => title)).toEqual([
        "Take a first interview",
        "Read how the interview is scored",
      ]);
    }
  });

  it("counts an attempt once its report was seen, names its weakest stage and leads to a chapter of it", async () => {
    const viewer = await createViewer();
    const interviewId = await takeInterview(viewer, { level: "senior", texts: allButData, start });
    expect(await readAttempts(viewer)).toEqual([]);
    await revealReport(viewer, { interviewId, scores: { data: 3 } }, later);
    const { attempts, steps } = await readProgress(viewer, later);
    expect(attempts).toMatchObject([{ interviewId, caseSlug: CASE, level: "senior", mode: "coach" }]);
    expect(attempts[0]?.ratings.data?.value).toBeLessThan(1);
    expect(attempts[0]?.ratings.serve?.value).toBeGreaterThan(2);
    expect(attempts[0]?.comparisons).toHaveLength(1);
    expect(attempts[0]?.comparisons[0]?.difference).toBeGreaterThan(2);
    expect(steps[0]?.title).toMatch(/^Work on data: “.+”$/);
    expect(steps[0]?.href).toMatch(/^\/framework\/[a-z-]+#/);
  });

  it("is one's own alone", async () => {
    const [owner, other] = [await createViewer(), await createViewer()];
    const interviewId = await takeInterview(owner, { level: "mid", texts: {}, start });
    await revealReport(owner, { interviewId, scores: {} }, later);
    expect(await readAttempts(owner)).toHaveLength(1);
    expect(await readAttempts(other)).toEqual([]);
  });

  it("begins with an interview that is still open", async () => {
    const viewer = await createViewer();
    const setup = {
      caseSlug: CASE,
      level: "mid",
      mode: "coach",
      lengthMinutes: 30,
      timeMultiplier: 1,
    } as const;
    const { interviewId } = await startInterview(viewer, setup, start);
    expect((await readProgress(viewer, start)).steps[0]?.href).toBe(`/interviews/${interviewId}`);
  });

  it("sums cards, quizzes and reading, and asks for the cards first when many are due", async () => {
    const viewer = await createViewer();
    const interviewId = await takeInterview(viewer, { level: "senior", texts: {}, start });
    await revealReport(viewer, { interviewId, scores: {} }, later);
    await addMissedCards(viewer, { interviewId, timeZone: "UTC" }, later);
    const chapter = listChapters().find((one) => loadChapterCards(one).questions.length > 0);
    const question = chapter && loadChapterCards(chapter).questions[0];
    if (!chapter || !question) throw new Error("no chapter has a quiz");
    const answer = { deck: `framework/${chapter.slug}`, itemId: question.id, purpose: "quiz" } as const;
    for (const isRight of [false, true]) {
      const option = question.options.findIndex(({ right }) => (right === true) === isRight);
      const at = new Date(later.getTime() + (isRight ? 1_000 : 0));
      await answerQuestion(viewer, { ...answer, answerId: randomUUID(), option }, at);
    }
    const path = `/framework/${chapter.slug}` as const;
    const place = {
      path,
      anchor: "",
      heading: "",
      share: 0.4,
      isFinished: false,
      updatedAt: later.toISOString(),
    };
    await saveProgress(viewer, place, later);
    const { learning, quizzes, reading, steps } = await readProgress(viewer, later);
    expect(steps[0]?.title).toMatch(/^Review \d+ cards$/);
    expect(learning?.points.length).toBeGreaterThan(10);
    expect(learning?.points.every(({ hasSlipped }) => !hasSlipped)).toBe(true);
    expect(quizzes).toMatchObject([{ path, answered: 1, right: 1 }]);
    expect(reading).toMatchObject({ begun: 1, finished: 0, resume: { href: path } });
  });
});
