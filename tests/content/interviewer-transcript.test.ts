/**
 * A whole exam on a real case: a candidate who names a model first, claims without numbers, hears of a changed
 * requirement and works it in. The log is kept as it would be stored, and replaying it asks the same again.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { decideTurn, hasPendingReply } from "@/lib/data/interview/interviewer-turn";
import type { InterviewEvent, LoggedEvent } from "@/lib/interview/events";
import { foldEvents } from "@/lib/interview/fold";
import { pointPrompt } from "@/lib/interview/interviewer/prompt-ids";

const ROW = { caseSlug: "video-recommendation", classContent: null, seed: "transcript" };
const START_MS = Date.UTC(2026, 10, 29);
const MINUTE_MS = 60_000;
const SETUP = {
  ...{ caseSlug: "video-recommendation", level: "senior", mode: "exam", lengthMinutes: 45 },
  timeMultiplier: 1,
} as const;

/** What the candidate adds to the page, by minute. */
const WRITES: Record<number, string> = {
  1: "I would use a two-tower model and DCN for ranking. ",
  4: "The objective is satisfied watch time, and day-28 retention. ",
  12: "Labels are watches of at least 30 seconds, negatives are skipped impressions. We split by time. ",
  20: "Retrieval is very fast and finds candidates, the ranker has several heads. ",
  33: "With the tighter limit I cut the candidates from 800 to about 300 and use a small distilled model. ",
};
/** What the candidate answers, by a word of the question. */
const REPLIES: [asked: RegExp, reply: string][] = [
  [
    /success|objective/,
    "We optimise satisfied watch time and retention instead of clicks, because clickbait raises clicks and people come back less often.",
  ],
  [/milliseconds/, "About 8 ms for the index and 90 ms for the ranker, which takes most."],
  [/./, "I would have to think about that."],
];
const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, "0")}`;

function playInterview(): LoggedEvent[] {
  const log: LoggedEvent[] = [];
  const append = (event: Omit<InterviewEvent, "eventId">) =>
    log.push({ ...event, eventId: id(log.length + 1), seq: log.length + 1 } as LoggedEvent);
  append({
    ...{ kind: "interview-started", origin: "server", atMs: START_MS, setup: SETUP },
    ...{ deadlineAtMs: START_MS + 45 * MINUTE_MS, opening: "Hello.", prompt: "Design it." },
  } as Omit<InterviewEvent, "eventId">);
  let length = 0;
  for (let second = 20; second < 45 * 60; second += 40) {
    const atMs = START_MS + second * 1_000;
    const text = WRITES[second / 60 - ((second / 60) % 1)];
    const isWritten = log.some((event) => event.kind === "answer-edited" && event.insert === text);
    if (text && !isWritten) {
      const edit = { part: "whole", base: log.length, index: length, remove: 0, insert: text };
      append({ kind: "answer-edited", origin: "tab1", atMs, ...edit } as Omit<InterviewEvent, "eventId">);
      length += text.length;
    }
    for (const event of decideTurn(ROW, foldEvents(log), atMs)) append(event);
    const open = foldEvents(log).prompted.find(({ settled }) => settled === null);
    if (open && !hasPendingReply(foldEvents(log))) {
      const question = foldEvents(log).thread.find((entry) => entry.id === open.entryId)?.text ?? "";
      const reply = REPLIES.find(([asked]) => asked.test(question))?.[1] ?? "";
      const given = { replyTo: open.entryId, text: reply };
      append({ kind: "reply-given", origin: "tab1", atMs: atMs + 20_000, ...given } as Omit<
        InterviewEvent,
        "eventId"
      >);
    }
  }
  return log;
}

/** What the interviewer said of its own accord. */
const unasked = (event: LoggedEvent): boolean =>
  event.origin === "server" && (event.kind === "interviewer-said" || event.kind === "twist-given");
const said = (event: InterviewEvent) =>
  event.kind === "interviewer-said" || event.kind === "twist-given" ? event.text : "";

describe("an exam of 45 minutes", () => {
  let log: LoggedEvent[] = [];
  beforeAll(() => {
    log = playInterview();
  });
  const prompted = () => foldEvents(log).prompted;
  const settledOf = (asked: string) => prompted().find(({ id: name }) => name === asked)?.settled;

  it("begins with an interrupt, within seconds of a model without an objective", () => {
    const [first] = prompted();
    expect(first?.id).toBe("model-before-objective");
    expect((first?.atMs ?? 0) - START_MS).toBeLessThan(100_000);
    expect(settledOf("model-before-objective")).toBe("enough");
  });

  it("pushes back on a claim, and goes deeper when the number comes", () => {
    expect(settledOf("claim-fast")).toBe("enough");
    const order = prompted().map(({ id: name }) => name);
    expect(order[order.indexOf("claim-fast") + 1]).toBe("claim-fast-at-the-tail");
  });

  it("changes a requirement once", () => {
    expect(prompted().filter(({ kind }) => kind === "twist")).toHaveLength(1);
  });

  it("asks like a person: few questions, none twice, one at a time, of those that are somewhere written", () => {
    const triggers = prompted().filter(({ kind }) => kind === "trigger");
    expect(triggers.length).toBeGreaterThan(5);
    expect(triggers.length).toBeLessThanOrEqual(12);
    expect(new Set(prompted().map(({ id: name }) => name)).size).toBe(prompted().length);
    for (const [i, { atMs }] of prompted().slice(1).entries())
      expect(atMs - (prompted()[i]?.atMs ?? 0)).toBeGreaterThanOrEqual(25_000);
    expect(prompted().some(({ id: name }) => name?.startsWith(pointPrompt("")))).toBeDefined();
  });

  it("replayed from the stored log, says the same at every turn", () => {
    const stored = JSON.parse(JSON.stringify(log)) as LoggedEvent[];
    for (const [at, event] of stored.entries()) {
      // A turn is a run of the interviewer's own events; it was decided on all that stood before it.
      if (!unasked(event) || (stored[at - 1] && unasked(stored[at - 1] as LoggedEvent))) continue;
      const turn = decideTurn(ROW, foldEvents(stored.slice(0, at)), event.atMs).map(said);
      expect(turn).toEqual(stored.slice(at, at + turn.length).map(said));
      expect(turn.length).toBeGreaterThan(0);
    }
  });
});
