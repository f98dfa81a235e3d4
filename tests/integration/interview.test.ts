/** The log of an interview on a real database: order, idempotence, ownership, deadline, the interviewer's turns. */
import { randomUUID } from "node:crypto";
import { describe, expect, it, vi } from "vitest";
import { database } from "@/lib/data/database";
import { letInterviewerSpeak } from "@/lib/data/interview/let-interviewer-speak";
import { listInterviews } from "@/lib/data/interview/list-interviews";
import { loadInterview } from "@/lib/data/interview/load-interview";
import { pauseInterview } from "@/lib/data/interview/pause-interview";
import { saveEvents } from "@/lib/data/interview/save-events";
import { showHint } from "@/lib/data/interview/show-hint";
import { startInterview } from "@/lib/data/interview/start-interview";
import { submitInterview } from "@/lib/data/interview/submit-interview";
import { submitOverdueInterviews } from "@/lib/data/interview/submit-overdue-interviews";
import { stageTimes } from "@/lib/interview/clock";
import { foldEvents } from "@/lib/interview/fold";
import type { Mode } from "@/lib/interview/setup";
import { answerText } from "@/lib/interview/state";
import { setLogLevel } from "@/lib/log";
import { createViewer } from "../support/people";

setLogLevel("silent");
const START = new Date("2026-11-22T10:00:00Z");
const later = (seconds: number) => new Date(START.getTime() + seconds * 1000);
const MINUTE = 60;

async function begin(mode: Mode = "coach") {
  const viewer = await createViewer();
  const setup = {
    caseSlug: "video-recommendation",
    level: "senior",
    mode,
    lengthMinutes: 45,
    timeMultiplier: 1,
  } as const;
  const { interviewId } = await startInterview(viewer, setup, START);
  const save = (events: unknown[], at = later(60), sinceSeq = 1) =>
    saveEvents(viewer, { interviewId, sinceSeq, events }, at);
  const load = () => loadInterview(viewer, interviewId, later(0));
  return { viewer, interviewId, save, load };
}

const envelope = (origin = "tab1") => ({ eventId: randomUUID(), origin, atMs: later(30).getTime() });
const typed = (insert: string, index: number, base = 1, origin = "tab1", part = "data") => ({
  ...envelope(origin),
  kind: "answer-edited",
  part,
  base,
  index,
  remove: 0,
  insert,
});

describe("starting", () => {
  it("keeps the chosen framework's minutes in the log, and the length in the row", async () => {
    const viewer = await createViewer();
    const setup = {
      caseSlug: "video-recommendation",
      level: "senior",
      mode: "coach",
      lengthMinutes: 45,
      timeMultiplier: 1,
      stageSplit: "elhakki-six",
    } as const;
    const { interviewId } = await startInterview(viewer, setup, START);
    const state = foldEvents((await loadInterview(viewer, interviewId, later(0))).events);
    expect(state.setup).toEqual(setup);
    expect(stageTimes(state, later(0).getTime()).map(({ budgetMs }) => budgetMs / 60_000)).toEqual([
      2, 2, 14, 10, 1, 9, 5,
    ]);
    expect(state.deadlineAtMs).toBe(later(45 * MINUTE).getTime());
  });
});

describe("saving", () => {
  it("gives out gapless numbers to concurrent writers and loses nothing", async () => {
    const { save, load } = await begin();
    const writers = Array.from({ length: 8 }, (_, i) => `tab${i}x`);
    await Promise.all(
      writers.flatMap((origin) =>
        [0, 1, 2, 3, 4].map((n) => save([typed(`<${origin}:${n}>`, 0, 1, origin)])),
      ),
    );
    const { events } = await load();
    expect(events.map((event) => event.seq)).toEqual(Array.from({ length: 41 }, (_, i) => i + 1));
    const text = answerText(foldEvents(events), "data");
    for (const origin of writers) for (let n = 0; n < 5; n++) expect(text).toContain(`<${origin}:${n}>`);
  });

  it("takes a repeated batch once and names it accepted again", async () => {
    const { save, load } = await begin();
    const batch = [typed("once", 0), typed(" only", 4)];
    const first = await save(batch);
    const again = await save(batch, later(61));
    expect(again.accepted).toEqual(first.accepted);
    expect(answerText(foldEvents((await load()).events), "data")).toBe("once only");
  });

  it("answers with everything that is new since the client looked", async () => {
    const { save } = await begin();
    await save([typed("a", 0, 1, "tab1")]);
    const answer = await save([typed("b", 0, 1, "tab2")]);
    expect(answer.newEvents.map((event) => event.seq)).toEqual([2, 3]);
    expect(answer.lastSeq).toBe(3);
  });

  it("names an event that cannot be taken and takes the others", async () => {
    const { save, load } = await begin();
    const broken = { ...typed("x", 0), kind: "submitted", by: "candidate" };
    const foreign = { ...typed("x", 0), part: "whole" };
    const result = await save([broken, foreign, typed("kept", 0)]);
    expect(result.refused.map((refused) => refused.reason)).toEqual(["invalid", "not-in-this-mode"]);
    const decide = (value: string) => ({
      ...envelope("tab1"),
      kind: "decision-made",
      base: 1,
      field: "label",
      value,
    });
    const { accepted, refused } = await save([decide("click"), decide("whatever")]);
    expect([accepted.length, refused.map(({ reason }) => reason)]).toEqual([1, ["invalid"]]);
    expect(answerText(foldEvents((await load()).events), "data")).toBe("kept");
  });

  it("does not believe a client's clock", async () => {
    const { save } = await begin();
    const { newEvents } = await save([{ ...typed("x", 0), atMs: later(9_999_999).getTime() }]);
    expect(newEvents[0]?.atMs).toBe(later(60).getTime());
  });
});

describe("ownership", () => {
  it("answers a foreign id like one that does not exist, everywhere", async () => {
    const { interviewId } = await begin();
    const stranger = await createViewer();
    for (const id of [interviewId, randomUUID(), "not-an-id"]) {
      const calls = [
        loadInterview(stranger, id, START),
        saveEvents(stranger, { interviewId: id, sinceSeq: 0, events: [typed("x", 0)] }, later(1)),
        submitInterview(stranger, id, later(1)),
      ];
      for (const outcome of await Promise.allSettled(calls)) {
        expect(outcome).toMatchObject({ status: "rejected", reason: { code: "not-found" } });
      }
    }
    const input = { interviewId, sinceSeq: 0 };
    await expect(showHint(stranger, { ...input, stage: "data" }, later(1))).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(pauseInterview(stranger, { ...input, paused: true }, later(1))).rejects.toMatchObject({
      code: "not-found",
    });
    expect(await listInterviews(stranger)).toEqual([]);
  });
});

describe("the end", () => {
  it("takes what arrives within ten seconds of the deadline, and nothing later", async () => {
    const { save } = await begin();
    expect((await save([typed("late", 0)], later(45 * MINUTE + 9))).accepted).toHaveLength(1);
    expect((await save([typed("later", 0)], later(45 * MINUTE + 11))).refused[0]?.reason).toBe("over");
  });

  it("submits every overdue interview exactly once, whoever sweeps", async () => {
    const open = await Promise.all([begin(), begin(), begin("exam")]);
    await Promise.all([1, 2, 3].map(() => submitOverdueInterviews(later(45 * MINUTE + 15))));
    for (const { load } of open) {
      const { events, submitted } = await load();
      expect(submitted).toBe(true);
      const ends = events.filter((event) => event.kind === "submitted");
      expect(ends).toHaveLength(1);
      expect(ends[0]).toMatchObject({ by: "deadline", atMs: later(45 * MINUTE).getTime() });
    }
    expect(await submitOverdueInterviews(later(46 * MINUTE))).toBe(0);
  });

  it("does not sweep a paused interview, and moves its deadline by the pause", async () => {
    const { viewer, interviewId, save } = await begin();
    await pauseInterview(viewer, { interviewId, paused: true, sinceSeq: 1 }, later(10 * MINUTE));
    await submitOverdueInterviews(later(99 * MINUTE));
    const { deadlineAtMs } = await pauseInterview(
      viewer,
      { interviewId, paused: false, sinceSeq: 1 },
      later(100 * MINUTE),
    );
    expect(deadlineAtMs).toBe(later(135 * MINUTE).getTime());
    expect((await save([typed("on", 0)], later(120 * MINUTE))).accepted).toHaveLength(1);
  });

  it("is submitted once by ten impatient clicks, and takes nothing after", async () => {
    const { viewer, interviewId, save, load } = await begin();
    await Promise.all(Array.from({ length: 10 }, () => submitInterview(viewer, interviewId, later(600))));
    expect((await load()).events.filter((event) => event.kind === "submitted")).toHaveLength(1);
    expect((await save([typed("x", 0)], later(601))).refused[0]?.reason).toBe("over");
  });
});

describe("the interviewer", () => {
  it("answers a question from its facts in the same save, and a browser learns nothing else of the script", async () => {
    const { save, load, viewer, interviewId } = await begin("exam");
    const question = {
      ...envelope(),
      kind: "question-asked",
      text: "How many daily active users do we have?",
    };
    const { newEvents } = await save([question]);
    const said = newEvents.find((event) => event.kind === "interviewer-said");
    expect(said).toMatchObject({ replyTo: question.eventId, about: { about: "fact" } });
    const text = "We use a two-tower model and DCN for ranking. ".repeat(8);
    let minute = 0;
    // Listening rests between turns in real time, so the candidate types on until the interviewer speaks.
    const unasked = await vi.waitFor(
      async () => {
        minute += 2;
        await save([typed(text, 0, 1, "tab1", "whole")], later(minute * MINUTE));
        await letInterviewerSpeak(viewer, interviewId, later(minute * MINUTE));
        const { events } = await load();
        const found = events.filter(
          (event) =>
            event.kind === "twist-given" ||
            (event.kind === "interviewer-said" && event.about.about === "trigger"),
        );
        expect(found.length).toBeGreaterThan(0);
        return found;
      },
      { timeout: 10_000, interval: 300 },
    );
    expect((await load()).hintCounts).toEqual({});
    for (const event of unasked) {
      const id =
        event.kind === "twist-given"
          ? event.twistId
          : event.kind === "interviewer-said" && event.about.about === "trigger"
            ? event.about.id
            : "?";
      expect(id).toBeNull();
    }
  });

  it("lets go of a follow-up once it was replied to, and does not listen to a stranger's interview", async () => {
    const { save, load, viewer, interviewId } = await begin();
    const stranger = await createViewer();
    let minute = 0;
    const open = await vi.waitFor(
      async () => {
        minute += 1;
        await save([typed("We use a two-tower model. ", 0)], later(minute * MINUTE));
        expect(await letInterviewerSpeak(stranger, interviewId, later(minute * MINUTE))).toBe(false);
        await letInterviewerSpeak(viewer, interviewId, later(minute * MINUTE));
        const prompted = foldEvents((await load()).events).prompted[0];
        expect(prompted).toBeDefined();
        return prompted;
      },
      { timeout: 10_000, interval: 300 },
    );
    const reply = {
      ...envelope(),
      kind: "reply-given",
      replyTo: open?.entryId,
      text: "I would rather not say.",
    };
    await save([reply], later(minute * MINUTE + 5));
    expect(await letInterviewerSpeak(viewer, interviewId, later(minute * MINUTE + 5))).toBe(true);
    expect(foldEvents((await load()).events).prompted[0]?.settled).not.toBeNull();
  });

  it("has no hints and no pause in exam mode", async () => {
    const { viewer, interviewId } = await begin("exam");
    await expect(
      showHint(viewer, { interviewId, stage: "data", sinceSeq: 1 }, later(1)),
    ).rejects.toMatchObject({ code: "conflict" });
    await expect(
      pauseInterview(viewer, { interviewId, paused: true, sinceSeq: 1 }, later(1)),
    ).rejects.toMatchObject({ code: "conflict" });
  });

  it("gives hints one by one until there are none", async () => {
    const { viewer, interviewId } = await begin();
    const ask = () => showHint(viewer, { interviewId, stage: "data", sinceSeq: 1 }, later(1));
    await ask();
    const { newEvents } = await ask();
    expect(newEvents.filter((event) => event.kind === "hint-shown").map((event) => event.index)).toEqual([
      0, 1,
    ]);
    await ask();
    await expect(ask()).rejects.toMatchObject({ code: "closed" });
  });
});

it("another process's writes are seen: a stale copy of the state is brought up to date", async () => {
  const { save, viewer, interviewId } = await begin();
  await save([typed("mine", 0)]);
  vi.resetModules();
  const other = await import("@/lib/data/interview/save-events");
  await other.saveEvents(
    viewer,
    { interviewId, sinceSeq: 1, events: [typed("yours ", 0, 2, "tab9")] },
    later(61),
  );
  const { newEvents } = await save([typed("!", 10, 3)], later(62), 3);
  expect(newEvents.map((event) => event.seq)).toEqual([4]);
  const db = await database();
  const row = await db.interview.findUniqueOrThrow({ where: { id: interviewId } });
  expect(row.lastSeq).toBe(4);
  const loaded = await loadInterview(viewer, interviewId, later(63));
  expect(answerText(foldEvents(loaded.events), "data")).toBe("yours mine!");
});
