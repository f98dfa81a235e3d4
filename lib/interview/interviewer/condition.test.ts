import { describe, expect, it } from "vitest";
import type { Condition } from "@/lib/content/schemas/condition";
import { preparedOf, sceneOf } from "@/tests/support/interviewer-scene";
import { holds } from "./condition";
import { listen } from "./listen";
import type { Scene } from "./types";

const prepared = preparedOf({});
const check = (condition: Condition, over: Partial<Scene> = {}, reply: string | null = null) => {
  const scene = sceneOf(over);
  return holds(condition, scene, listen(prepared, scene, reply));
};
const whole = (text: string): Partial<Scene> => ({ mode: "exam", answers: { whole: text } });

describe("the order of saying", () => {
  const named: Condition = { said: ["two-tower"], before: ["objective"] };

  it("is that of the text, and of the stages", () => {
    expect(check(named, whole("A two-tower model. The objective is retention."))).toBe(true);
    expect(check(named, whole("The objective is retention. A two-tower model follows."))).toBe(false);
    expect(check(named, whole("A two-tower model, and nothing else."))).toBe(true);
    const stages = { clarify: "Our goal is retention.", model: "Two towers: a dual encoder." };
    expect(check(named, { answers: { model: stages.model, clarify: stages.clarify } })).toBe(false);
    expect(check(named, { answers: { ...stages, clarify: "Hello." } })).toBe(true);
  });

  it("needs the thing to be meant", () => {
    expect(check(named, whole("I would not use a two-tower model."))).toBe(false);
  });
});

describe("a claim without a number", () => {
  const fast: Condition = { claimWithoutNumber: ["fast", "low latency"] };

  it.each([
    ["The index is fast.", true],
    ["The index is fast. It answers in 8 ms.", false],
    ["The index is fast, a few milliseconds, say five.", false],
    ["It is fast. That is what people want. It takes 8 ms.", true],
    ["Is it fast?", false],
    ["It is not fast.", false],
    ["Latency is low in the low hundreds.", false],
    ["We promise low latency.", true],
    ["Breakfast is served.", false],
  ])("%s", (text, expected) => {
    expect(check(fast, whole(text))).toBe(expected);
  });
});

describe("numbers and words", () => {
  it("are counted where they stand", () => {
    expect(check({ numberSaid: "anywhere" }, whole("Two hundred milliseconds."))).toBe(true);
    expect(check({ numberSaid: "anywhere" }, whole("A number, but no figure."))).toBe(false);
    expect(check({ numberSaid: "serve" }, { answers: { data: "30 days" } })).toBe(false);
    expect(check({ numberSaid: "serve" }, { answers: { serve: "30 ms" } })).toBe(true);
    expect(check({ numberSaid: "reply" }, whole("30 ms"), "Rather fast.")).toBe(false);
    expect(check({ numberSaid: "reply" }, whole(""), "Thirty milliseconds.")).toBe(true);
    expect(check({ wordsAtLeast: 3 }, whole("One two three."))).toBe(true);
    expect(check({ wordsAtLeast: 3, stage: "data" }, { answers: { serve: "One two three." } })).toBe(false);
  });
});

describe("what is known of the interview", () => {
  it("facts, findings, the board, the level and the mode", () => {
    expect(check({ factsToldAtMost: 0 })).toBe(true);
    expect(check({ factsToldAtMost: 0 }, { factsTold: ["scale"] })).toBe(false);
    const finding = {
      id: "cached-too-long",
      source: "contradiction",
      stage: "serve",
      statement: "One place says this, another that.",
      question: "Which of the two?",
    } as const;
    expect(check({ finding: ["other", "cached-too-long"] }, { findings: [finding] })).toBe(true);
    expect(check({ finding: ["other"] }, { findings: [finding] })).toBe(false);
    expect(check({ boardEmpty: true })).toBe(true);
    expect(check({ boardEmpty: false }, { boardKinds: ["model"] })).toBe(true);
    expect(check({ boardHas: ["cache", "model"] }, { boardKinds: ["model"] })).toBe(true);
    expect(check({ boardHas: ["cache"] }, { boardKinds: ["model"] })).toBe(false);
    expect(check({ levelAtLeast: "staff" })).toBe(false);
    expect(check({ levelAtLeast: "mid" })).toBe(true);
    expect(check({ mode: "exam" })).toBe(false);
  });

  it("the time left and the silence", () => {
    expect(check({ minutesLeftAtMost: 10 }, { elapsedSeconds: 34 * 60 })).toBe(false);
    expect(check({ minutesLeftAtMost: 10 }, { elapsedSeconds: 35 * 60 })).toBe(true);
    const quiet = { elapsedSeconds: 300, lastActiveSeconds: 121 };
    expect(check({ silentFor: 180 }, quiet)).toBe(false);
    expect(check({ silentFor: 180 }, { ...quiet, lastActiveSeconds: 120 })).toBe(true);
  });
});
