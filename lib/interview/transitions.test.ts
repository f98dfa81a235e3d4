/** Each kind of event in each status and mode: what is refused, and that nothing else is. */
import { describe, expect, test } from "vitest";
import type { InterviewEvent, LoggedEvent } from "./events";
import { MAX_TEXT_CHARS } from "./events";
import { foldEvents } from "./fold";
import type { Mode } from "./setup";
import { INITIAL_STATE, type InterviewState } from "./state";
import { MAX_THREAD_ENTRIES, refusalOf } from "./transitions";

const eventId = "0197b3c1-7a55-7c3e-9d4f-2b8a6c0d1e2f";
const envelope = { eventId, origin: "tab1", atMs: 1_000 };
const make = (event: object) => ({ ...envelope, ...event }) as InterviewEvent;
const setup = (mode: Mode) => ({
  caseSlug: "video",
  level: "mid",
  mode,
  lengthMinutes: 30,
  timeMultiplier: 1,
});
const START = (mode: Mode) =>
  make({ kind: "interview-started", setup: setup(mode), deadlineAtMs: 100_000, opening: "o", prompt: "p" });
const splice = { base: 0, index: 0, remove: 0, insert: "x" };

const EVENTS = {
  start: START("coach"),
  stage: make({ kind: "stage-entered", stage: "data" }),
  part: make({ kind: "answer-edited", part: "data", ...splice }),
  whole: make({ kind: "answer-edited", part: "whole", ...splice }),
  note: make({ kind: "note-edited", ...splice }),
  decision: make({ kind: "decision-made", base: 0, field: "label", value: "click" }),
  question: make({ kind: "question-asked", text: "How many users?" }),
  hint: make({ kind: "hint-shown", stage: "data", index: 0, text: "h" }),
  paused: make({ kind: "paused" }),
  resumed: make({ kind: "resumed", deadlineAtMs: 1 }),
  submitted: make({ kind: "submitted", by: "candidate" }),
} as const;
type Name = keyof typeof EVENTS;

const stateOf = (...events: InterviewEvent[]): InterviewState =>
  foldEvents(events.map((event, i) => ({ ...event, seq: i + 1 }) as LoggedEvent));
const allowed = (state: InterviewState, nowMs = 1_000): Name[] =>
  (Object.keys(EVENTS) as Name[]).filter((name) => refusalOf(state, EVENTS[name], nowMs) === null);

describe("what may enter a log", () => {
  test("before the start, only the start", () => {
    expect(allowed(INITIAL_STATE)).toEqual(["start"]);
  });
  test("coach mode has stages, decisions, hints and a pause, but no blank page", () => {
    expect(allowed(stateOf(START("coach")))).toEqual([
      "stage",
      "part",
      "note",
      "decision",
      "question",
      "hint",
      "paused",
      "submitted",
    ]);
  });
  test("exam mode has the blank page, notes and questions only", () => {
    expect(allowed(stateOf(START("exam")))).toEqual(["whole", "note", "question", "submitted"]);
  });
  test("while paused, text on its way is taken and a second pause is not", () => {
    const names = allowed(stateOf(START("coach"), EVENTS.paused), 9e9);
    expect(names).toContain("part");
    expect(names).toContain("resumed");
    expect(names).not.toContain("paused");
  });
  test("after submission, nothing", () => {
    expect(allowed(stateOf(START("coach"), EVENTS.submitted))).toEqual([]);
  });
  test("ten seconds after the deadline, only the submission", () => {
    expect(allowed(stateOf(START("coach")), 109_999)).toContain("part");
    expect(allowed(stateOf(START("coach")), 110_001)).toEqual(["submitted"]);
  });
  test("a text cannot grow past its limit", () => {
    const full = stateOf(
      START("coach"),
      make({ kind: "answer-edited", part: "data", ...splice, insert: "x".repeat(MAX_TEXT_CHARS) }),
    );
    expect(refusalOf(full, EVENTS.part, 1_000)).toBe("too-long");
    expect(
      refusalOf(full, make({ kind: "answer-edited", part: "data", ...splice, remove: 1 }), 1_000),
    ).toBeNull();
  });
  test("a partner who talks without end leaves room for the candidate's questions and replies", () => {
    const remark = make({
      ...{ kind: "interviewer-said", text: "And?", about: { about: "remark" }, replyTo: null },
      voice: "partner",
    });
    let state = stateOf(START("exam"));
    for (let i = 0; i < MAX_THREAD_ENTRIES && refusalOf(state, remark, 1_000) === null; i++)
      state = foldEvents([{ ...remark, seq: state.seq + 1 } as LoggedEvent], state);
    expect(refusalOf(state, remark, 1_000)).toBe("too-many");
    expect(refusalOf(state, EVENTS.question, 1_000)).toBeNull();
    expect(MAX_THREAD_ENTRIES - state.thread.length).toBeGreaterThanOrEqual(100);
  });
  test("the exam board has generic kinds only", () => {
    const add = (kind: string) =>
      make({
        kind: "board-changed",
        base: 0,
        changes: [{ change: "add-node", node: { id: "n", kind, label: "", x: 0, y: 0 } }],
      });
    expect(refusalOf(stateOf(START("exam")), add("service"), 1_000)).toBeNull();
    expect(refusalOf(stateOf(START("exam")), add("feature-store"), 1_000)).toBe("not-in-this-mode");
  });
});
