/** Whatever a candidate writes, draws and replies: one open question at most, none twice, and the same on a replay. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { STAGES } from "@/lib/framework/stages";
import { pointOf, preparedOf, sceneOf } from "@/tests/support/interviewer-scene";
import { takeTurn } from "./take-turn";
import { type InterviewerState, type Scene, startInterviewer } from "./types";

const triggers = [
  {
    id: "early",
    kind: "interrupt",
    when: { said: ["two-tower"], before: ["objective"] },
    question: "What is it for, this model?",
  },
  {
    id: "claim",
    kind: "push-back",
    when: { claimWithoutNumber: ["fast"] },
    enough: { numberSaid: "reply" },
    question: "How many milliseconds is it?",
  },
  {
    id: "deeper",
    kind: "probe",
    after: { trigger: "claim", outcome: "enough" },
    question: "And at the tail of it?",
  },
  {
    id: "simpler",
    kind: "probe",
    after: { trigger: "claim", outcome: "let-go" },
    question: "Which step is slowest here?",
  },
  {
    id: "deepest",
    kind: "probe",
    after: { trigger: "deeper", outcome: "let-go" },
    question: "What would you drop for it?",
  },
  {
    id: "split",
    kind: "probe",
    when: { stageReached: "data" },
    probes: ["data-split"],
    question: "How do you split the data?",
  },
  { id: "quiet", kind: "probe", when: { silentFor: 120 }, question: "What are you weighing up now?" },
];
const twists = ["coach", "exam"].map((mode) => ({
  ...{ id: `twist-${mode}`, when: { all: [{ mode }, { shareOfTimeAtLeast: 0.3 }] }, stages: ["serve"] },
  announce: "The limit is now 80 ms instead of 200 ms. What changes in your design?",
  change: "Latency cut to 80 ms",
  check: "I halved your time. Which of your numbers move?",
  adaptedBy: [
    "With 80 ms I score fewer candidates with a distilled model.",
    "I precompute the candidates at night.",
  ],
}));
const prepared = preparedOf({ triggers, twists }, [
  pointOf({ id: "data-split", stage: "data" }),
  pointOf({ id: "frame-funnel", stage: "frame", weight: 3 }),
]);

const sentence = fc.constantFrom(
  ...[
    "A two-tower model.",
    "The objective is retention.",
    "It is fast.",
    "It takes 40 ms.",
    "A random split.",
    "A fallback.",
  ],
  "With 80 ms I score fewer candidates with a distilled model.",
);
const step = fc.record({
  seconds: fc.integer({ min: 5, max: 240 }),
  writes: fc.option(sentence, { nil: null }),
  replies: fc.option(sentence, { nil: null }),
  credit: fc.constantFrom(0, 0.3, 0.6),
});
const interview = fc.record({
  mode: fc.constantFrom("coach" as const, "exam" as const),
  level: fc.constantFrom("mid" as const, "staff" as const),
  steps: fc.array(step, { maxLength: 40 }),
});
type Interview = typeof interview extends fc.Arbitrary<infer T> ? T : never;

/** Everything that was said, and the state after each turn. */
function play({ mode, level, steps }: Interview) {
  let state: InterviewerState = startInterviewer("seed");
  let scene: Scene = sceneOf({ mode, level, elapsedSeconds: 0, lastActiveSeconds: 0 });
  const part = mode === "exam" ? "whole" : "data";
  const turns = steps.map(({ seconds, writes, replies, credit }, i) => {
    const elapsedSeconds = scene.elapsedSeconds + seconds;
    const isOpen = state.prompted.some(({ settled }) => settled === null);
    const text = [scene.answers[part] ?? "", writes ?? "", isOpen ? (replies ?? "") : ""]
      .filter(Boolean)
      .join(" ");
    const entered = STAGES.slice(0, 1 + Math.floor((i / steps.length) * STAGES.length));
    scene = {
      ...scene,
      ...{ elapsedSeconds, answers: text === "" ? {} : { [part]: text }, stagesEntered: entered },
      stage: entered.at(-1) ?? "clarify",
      credits: { "data-split": credit, "frame-funnel": credit },
      lastActiveSeconds: writes === null ? scene.lastActiveSeconds : elapsedSeconds,
      twistGiven: scene.twistGiven,
    };
    const turn = takeTurn(prepared, scene, state, isOpen ? replies : null);
    state = turn.state;
    if (turn.move?.kind === "twist")
      scene = { ...scene, twistGiven: { before: scene.answers, redesigned: false } };
    return turn;
  });
  return turns;
}

it("never has two questions open, but for the twist that cuts in", () => {
  fc.assert(
    fc.property(interview, (given) => {
      for (const { state, move } of play(given)) {
        const open = state.prompted.filter(({ settled }) => settled === null);
        const questions = open.filter(({ kind }) => kind === "trigger");
        expect(questions.length).toBeLessThanOrEqual(1);
        if (move?.kind === "trigger") expect(open).toHaveLength(1);
      }
    }),
  );
});

it("says nothing twice, and follow-ups only on the heels of what they follow", () => {
  fc.assert(
    fc.property(interview, (given) => {
      const turns = play(given);
      const prompted = turns.at(-1)?.state.prompted ?? [];
      const ids = prompted.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const courtesies = turns.at(-1)?.state.courtesies ?? [];
      expect(new Set(courtesies).size).toBe(courtesies.length);
      for (const [i, { id }] of prompted.entries()) {
        const after = prepared.triggers.get(id)?.after;
        if (after) expect(prompted[i - 1]).toMatchObject({ id: after.trigger, settled: after.outcome });
      }
    }),
  );
});

it("says the same on a replay", () => {
  fc.assert(
    fc.property(interview, (given) => {
      expect(play(given)).toEqual(play(given));
    }),
    { numRuns: 50 },
  );
});
