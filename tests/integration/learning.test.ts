import { randomUUID } from "node:crypto";
import { describe, expect, it, vi } from "vitest";
import type { CardsFile } from "@/lib/content/schemas/cards";
import { adoptGuestWork } from "@/lib/data/account/adopt-guest-work";
import { database } from "@/lib/data/database";
import { startInterview } from "@/lib/data/interview/start-interview";
import { submitInterview } from "@/lib/data/interview/submit-interview";
import { addDeck } from "@/lib/data/learning/add-deck";
import { answerQuestion } from "@/lib/data/learning/answer-question";
import { countDue } from "@/lib/data/learning/count-due";
import { exportLearning } from "@/lib/data/learning/export-learning";
import { gradeItem } from "@/lib/data/learning/grade-item";
import { lastAnswers } from "@/lib/data/learning/last-answers";
import { listItems } from "@/lib/data/learning/list-items";
import { loadQueue, type QueueEntry } from "@/lib/data/learning/load-queue";
import { addMissedCards, readMissedCards } from "@/lib/data/learning/missed-cards";
import { readLearning } from "@/lib/data/learning/read-learning";
import { setAside } from "@/lib/data/learning/set-aside";
import { saveSettings } from "@/lib/data/learning/settings";
import { undoGrade } from "@/lib/data/learning/undo-grade";
import { loadReport } from "@/lib/data/report/load-report";
import { DAY_MS } from "@/lib/learning/day";
import type { Grade } from "@/lib/learning/grades";
import type { Viewer } from "@/lib/viewer";
import { createViewer } from "../support/people";

// Two cards and a question for each rubric point, and a chapter of thirty cards: what is tested is not the texts.
vi.mock("@/lib/content/load", async (importOriginal) => {
  const real = await importOriginal<typeof import("@/lib/content/load")>();
  const options = [{ text: "Wrong one" }, { text: "Right one", right: true as const }, { text: "Wrong two" }];
  const why = "Because the text of this test says so.";
  const loadCaseCards = (slug: string): CardsFile => {
    const ids = real.loadCase(slug).rubric.points.map(({ id }) => id);
    return {
      cards: ids.flatMap((point) =>
        ["a", "b"].map((end) => ({
          id: `${point}-${end}`,
          point,
          front: `Front of ${point}?`,
          back: "The back.",
        })),
      ),
      questions: ids.map((point) => ({
        id: `${point}-use`,
        point,
        question: `How would you use ${point} here?`,
        options: options.map((option) => ({ ...option, why })),
      })),
    };
  };
  const loadChapterCards = ({ file }: { file: string }): CardsFile => {
    if (!file.endsWith("clarify")) return { cards: [], questions: [] };
    const cards = Array.from({ length: 30 }, (_, i) => {
      return {
        id: `card-${String(i).padStart(2, "0")}`,
        front: `What is number ${i} of these?`,
        back: "The back.",
      };
    });
    const question = { id: "quiz-one", question: "Which of these is right?" };
    return { cards, questions: [{ ...question, options: options.map((option) => ({ ...option, why })) }] };
  };
  return { ...real, loadCaseCards, loadChapterCards };
});

const CASE = "video-recommendation";
const CHAPTER = "framework/clarify";
const start = new Date("2026-11-22T10:00:00Z");
const day = (n: number) => new Date(start.getTime() + n * DAY_MS);

const takeUp = (viewer: Viewer, now = start) =>
  addDeck(viewer, { deck: CHAPTER, questionIds: [], timeZone: "Europe/Berlin" }, now);

const toGrade = (entry: QueueEntry, grade: Grade, reviewId: string = randomUUID()) => {
  const { deck, kind, itemId, revision } = entry;
  return { deck, kind, itemId, revision, grade, reviewId };
};

async function first(viewer: Viewer, now = start): Promise<QueueEntry> {
  const entry = (await loadQueue(viewer, {}, now)).entries[0];
  if (!entry) throw new Error("the queue is empty");
  return entry;
}

/** Somebody who submitted an empty interview of the case and took up the cards of all that it misses. */
async function whoMissed(now = start): Promise<{ viewer: Viewer; interviewId: string }> {
  const viewer = await createViewer({ isGuest: true });
  const setup = {
    caseSlug: CASE,
    level: "mid",
    mode: "coach",
    lengthMinutes: 45,
    timeMultiplier: 1,
  } as const;
  const { interviewId } = await startInterview(viewer, setup, now);
  await submitInterview(viewer, interviewId, new Date(now.getTime() + 60_000));
  await addMissedCards(viewer, { interviewId, timeZone: "UTC" }, new Date(now.getTime() + 120_000));
  return { viewer, interviewId };
}

describe("a deck", () => {
  it("is added once, brings no more new cards a day than allowed, and counts in the navigation", async () => {
    const viewer = await createViewer({ isGuest: true });
    expect(await countDue(viewer, start)).toBe(0);
    expect(await takeUp(viewer)).toEqual({ added: 30 });
    expect(await takeUp(viewer)).toEqual({ added: 0 });
    const queue = await loadQueue(viewer, {}, start);
    expect(queue).toMatchObject({ waiting: 20, newHeldBack: 10, owned: 30, dueTomorrow: 10 });
    expect(queue.settings).toEqual({ timeZone: "Europe/Berlin", newPerDay: 20 });
    expect(await countDue(viewer, start)).toBe(20);
    expect((await loadQueue(viewer, { extraNew: 5 }, start)).waiting).toBe(25);
    await saveSettings(viewer, { newPerDay: 5 });
    await gradeItem(viewer, toGrade(await first(viewer), 3), start);
    expect(await loadQueue(viewer, {}, start)).toMatchObject({ waiting: 4, doneToday: 1 });
    expect((await loadQueue(viewer, {}, day(1))).waiting).toBe(5);
  });

  it("takes up the questions that were answered wrong, too", async () => {
    const viewer = await createViewer();
    const answer = { answerId: randomUUID(), deck: CHAPTER, itemId: "quiz-one", purpose: "quiz" } as const;
    expect(await answerQuestion(viewer, { ...answer, option: 0 }, start)).toEqual({
      isRight: false,
      graded: null,
    });
    await addDeck(viewer, { deck: CHAPTER, questionIds: ["quiz-one"], timeZone: "UTC" }, start);
    expect(await lastAnswers(viewer, CHAPTER)).toEqual({ answered: 1, right: 0, at: start });
    const { states } = await listItems(viewer);
    expect(states.get(`${CHAPTER}#question:quiz-one`)?.kind).toBe("question");
    const asReview = { ...answer, answerId: randomUUID(), purpose: "review", revision: 0 } as const;
    const { graded } = await answerQuestion(viewer, { ...asReview, option: 1 }, start);
    expect(graded?.memory.scheduledDays).toBe(2);
    expect(await answerQuestion(viewer, { ...asReview, option: 1 }, start)).toMatchObject({
      graded: { revision: 1 },
    });
  });
});

describe("a grade", () => {
  it("makes a recalled card due later than a failed one", async () => {
    const viewer = await createViewer();
    await takeUp(viewer);
    const [failed, known] = (await loadQueue(viewer, {}, start)).entries as [QueueEntry, QueueEntry];
    const again = await gradeItem(viewer, toGrade(failed, 1), start);
    const good = await gradeItem(viewer, toGrade(known, 3), start);
    expect(again.memory.dueAt).toEqual(new Date(start.getTime() + 600_000));
    expect(good.memory.dueAt).toEqual(day(2));
  });

  it("counts once when the request is sent again, at once or later", async () => {
    const viewer = await createViewer();
    await takeUp(viewer);
    const input = toGrade(await first(viewer), 3);
    const results = await Promise.all([1, 2, 3].map(() => gradeItem(viewer, input, start)));
    const later = await gradeItem(viewer, input, day(3));
    const { memory, revision } = later;
    for (const result of results) expect(result).toMatchObject({ memory, revision });
    const { reviews } = await exportLearning(viewer);
    expect(reviews).toHaveLength(1);
    expect(reviews[0]).toMatchObject({ grade: 3, elapsedDays: null, undoesId: null });
  });

  it("of a second tab that saw an older state is refused and changes nothing", async () => {
    const viewer = await createViewer();
    await takeUp(viewer);
    const entry = await first(viewer);
    const outcomes = await Promise.allSettled([
      gradeItem(viewer, toGrade(entry, 3), start),
      gradeItem(viewer, toGrade(entry, 1), start),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "conflict" },
    });
    expect((await exportLearning(viewer)).reviews).toHaveLength(1);
  });

  it("can be undone once; the log keeps both, and the day's count does not", async () => {
    const viewer = await createViewer();
    await takeUp(viewer);
    const entry = await first(viewer);
    const input = toGrade(entry, 4);
    const { revision } = await gradeItem(viewer, input, start);
    const undo = { undoId: randomUUID(), reviewId: input.reviewId, revision };
    const undone = await undoGrade(viewer, undo, start);
    expect(undone.memory).toMatchObject({ phase: "new", reviews: 0, lastReviewAt: null });
    expect(await undoGrade(viewer, { ...undo, undoId: randomUUID() }, start)).toEqual(undone);
    const queue = await loadQueue(viewer, {}, start);
    expect(queue).toMatchObject({ waiting: 20, doneToday: 0 });
    expect(queue.entries[0]?.itemId).toBe(entry.itemId);
    expect((await exportLearning(viewer)).reviews).toHaveLength(2);
    await gradeItem(viewer, { ...toGrade(entry, 3), revision: undone.revision }, start);
    await expect(undoGrade(viewer, undo, start)).resolves.toMatchObject({ revision: undone.revision + 1 });
  });

  it("is the owner's alone", async () => {
    const [ada, bob] = [await createViewer(), await createViewer()];
    await takeUp(ada);
    const entry = await first(ada);
    const input = toGrade(entry, 3);
    await gradeItem(ada, input, start);
    const missing = { code: "not-found" };
    await expect(gradeItem(bob, toGrade(entry, 1), start)).rejects.toMatchObject(missing);
    await expect(
      undoGrade(bob, { undoId: randomUUID(), reviewId: input.reviewId, revision: 1 }, start),
    ).rejects.toMatchObject(missing);
    const { deck, kind, itemId } = entry;
    await expect(setAside(bob, { deck, kind, itemId, aside: "suspend" }, start)).rejects.toMatchObject(
      missing,
    );
    expect((await listItems(bob)).states.size).toBe(0);
    expect((await exportLearning(bob)).reviews).toEqual([]);
  });
});

it("a suspended card is not asked until taken back, a buried one tomorrow", async () => {
  const viewer = await createViewer();
  await saveSettings(viewer, { newPerDay: 80 });
  await takeUp(viewer);
  const { deck, kind, itemId } = await first(viewer);
  const has = async (now: Date) =>
    (await loadQueue(viewer, {}, now)).entries.some((entry) => entry.itemId === itemId);
  await setAside(viewer, { deck, kind, itemId, aside: "bury" }, start);
  expect([await has(start), await has(day(1))]).toEqual([false, true]);
  await setAside(viewer, { deck, kind, itemId, aside: "suspend" }, start);
  expect(await has(day(1))).toBe(false);
  await setAside(viewer, { deck, kind, itemId, aside: "resume" }, start);
  expect(await has(start)).toBe(true);
});

it("reviews of the next seven days are counted, new cards are not", async () => {
  const viewer = await createViewer();
  await takeUp(viewer);
  expect((await readLearning(viewer, start)).dueThisWeek).toBe(0);
  await gradeItem(viewer, toGrade(await first(viewer), 3), start);
  expect((await readLearning(viewer, start)).dueThisWeek).toBe(1);
  await gradeItem(viewer, toGrade(await first(viewer), 4), start);
  expect((await readLearning(viewer, start)).dueThisWeek).toBe(1);
});

describe("missed points of a report", () => {
  it("become cards that come first and can be reviewed alone", async () => {
    const { viewer, interviewId } = await whoMissed();
    await takeUp(viewer, new Date(start.getTime() - DAY_MS));
    const report = await loadReport(viewer, interviewId);
    const missed = report && (await readMissedCards(viewer, report));
    expect(missed?.total).toBeGreaterThan(10);
    expect(missed?.toAdd).toBe(0);
    const queue = await loadQueue(viewer, {}, start);
    expect(queue.entries[0]).toMatchObject({ deck: `cases/${CASE}`, isMissed: true });
    const alone = await loadQueue(viewer, { interviewId, extraNew: 500 }, start);
    expect(alone.waiting).toBe(missed?.total);
    const stranger = await createViewer();
    await expect(loadQueue(stranger, { interviewId }, start)).rejects.toMatchObject({ code: "not-found" });
    await expect(addMissedCards(stranger, { interviewId, timeZone: "UTC" }, start)).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it("are tested a week after recall by a question of another case, once, and are then retained", async () => {
    const { viewer } = await whoMissed();
    const status = async (pointId: string, now: Date) =>
      (await readLearning(viewer, now)).points.find((point) => point.pointId === pointId)?.status;
    const entry = await first(viewer);
    const pointId = entry.text.card?.point ?? "";
    const mates = (await loadQueue(viewer, { extraNew: 500 }, start)).entries.filter(
      ({ text }) => text.card?.point === pointId,
    );
    for (const mate of mates) await gradeItem(viewer, toGrade(mate, 3), day(1));
    expect(await status(pointId, day(1))).toBe("demonstrated");
    const transferAt = async (now: Date) =>
      (await loadQueue(viewer, {}, now)).entries.find(({ transfer }) => transfer !== null);
    expect(await transferAt(day(7.9))).toBeUndefined();
    const asked = await transferAt(day(8.1));
    expect(asked?.transfer).toMatchObject({ caseSlug: CASE, pointId });
    expect(asked?.deck).not.toBe(`cases/${CASE}`);
    const answer = {
      answerId: randomUUID(),
      deck: asked?.deck ?? "",
      itemId: asked?.itemId ?? "",
      purpose: "transfer",
      caseSlug: CASE,
      pointId,
    } as const;
    await expect(answerQuestion(viewer, { ...answer, option: 1 }, day(2))).rejects.toMatchObject({
      code: "conflict",
    });
    // The same request twice, and another tab's.
    const now = day(8.1);
    await Promise.all([1, 2].map(() => answerQuestion(viewer, { ...answer, option: 1 }, now)));
    await answerQuestion(viewer, { ...answer, option: 1 }, day(8.2));
    await expect(
      answerQuestion(viewer, { ...answer, answerId: randomUUID(), option: 1 }, day(8.2)),
    ).rejects.toMatchObject({ code: "conflict" });
    expect(await status(pointId, day(8.2))).toBe("retained");
    expect(await transferAt(day(9))).toBeUndefined();
    const revision =
      (await listItems(viewer)).states.get(`cases/${CASE}#card:${mates[0]?.itemId}`)?.revision ?? -1;
    await gradeItem(viewer, { ...toGrade(mates[0] as QueueEntry, 1), revision }, day(12));
    expect(await status(pointId, day(12))).toBe("missed");
  });

  it("fall by a wrong answer, which brings the question and the cards back", async () => {
    const { viewer } = await whoMissed();
    const entry = await first(viewer);
    const pointId = entry.text.card?.point ?? "";
    const mates = (await loadQueue(viewer, { extraNew: 500 }, start)).entries.filter(
      ({ text }) => text.card?.point === pointId,
    );
    for (const mate of mates) await gradeItem(viewer, toGrade(mate, 4), day(0.2));
    const asked = (await loadQueue(viewer, {}, day(7.5))).entries.find(({ transfer }) => transfer !== null);
    const { deck = "", itemId = "" } = asked ?? {};
    const answer = { answerId: randomUUID(), deck, itemId, option: 0, purpose: "transfer" } as const;
    const pointAt = async (now: Date) =>
      (await readLearning(viewer, now)).points.find((point) => point.pointId === pointId);
    expect(await pointAt(day(7.4))).toMatchObject({ status: "demonstrated", hasSlipped: false });
    await answerQuestion(viewer, { ...answer, caseSlug: CASE, pointId }, day(7.5));
    expect(await pointAt(day(7.6))).toMatchObject({ status: "missed", hasSlipped: true });
    const { states } = await listItems(viewer);
    expect(states.get(`${deck}#question:${itemId}`)).toBeDefined();
    for (const mate of mates) {
      expect(states.get(`cases/${CASE}#card:${mate.itemId}`)?.memory.dueAt).toEqual(day(7.5));
    }
  });

  it("are demonstrated by a later interview that makes them, missed again by one that does not", async () => {
    const { viewer, interviewId } = await whoMissed();
    const second = await whoMissed(day(3));
    const report = await loadReport(second.viewer, second.interviewId);
    if (!report) throw new Error("no report");
    const { noteReport } = await import("@/lib/data/learning/note-report");
    const point = report.points.find(({ isExpected }) => isExpected);
    const made = report.points.map((each) => (each.id === point?.id ? { ...each, credit: 1 } : each));
    await noteReport(await database(), viewer.userId, interviewId, { ...report, points: made });
    const statusOf = async () =>
      (await readLearning(viewer, day(4))).points.find(({ pointId }) => pointId === point?.id)?.status;
    expect(await statusOf()).toBe("demonstrated");
    await noteReport(await database(), viewer.userId, interviewId, {
      ...report,
      submittedAtMs: day(5).getTime(),
    });
    expect(await statusOf()).toBe("missed");
  });
});

describe("a guest's learning", () => {
  it("moves to the account; of a card that both have, the memory reviewed last stays", async () => {
    const [guest, account] = [await createViewer({ isGuest: true }), await createViewer()];
    await takeUp(account);
    await takeUp(guest);
    const [one, two] = (await loadQueue(guest, {}, start)).entries as [QueueEntry, QueueEntry];
    await gradeItem(guest, toGrade(one, 3), day(1));
    await gradeItem(guest, toGrade(two, 3), day(1));
    await gradeItem(account, toGrade(two, 4), day(2));
    await adoptGuestWork(guest.userId, account.userId);
    const { states } = await listItems(account);
    expect(states.size).toBe(30);
    expect(states.get(`${CHAPTER}#card:${one.itemId}`)?.memory.lastReviewAt).toEqual(day(1));
    expect(states.get(`${CHAPTER}#card:${two.itemId}`)?.memory.lastReviewAt).toEqual(day(2));
    expect((await exportLearning(account)).reviews).toHaveLength(3);
    const missed = await whoMissed();
    await adoptGuestWork(missed.viewer.userId, account.userId);
    expect((await readLearning(account, start)).points.length).toBeGreaterThan(5);
  });

  it("goes with the person", async () => {
    const { viewer } = await whoMissed();
    await gradeItem(viewer, toGrade(await first(viewer), 3), start);
    const db = await database();
    await db.user.delete({ where: { id: viewer.userId } });
    const where = { ownerId: viewer.userId };
    const counts = await Promise.all([
      db.reviewItem.count({ where }),
      db.review.count({ where }),
      db.missedPoint.count({ where }),
      db.learningSettings.count({ where }),
    ]);
    expect(counts).toEqual([0, 0, 0, 0]);
  });
});
