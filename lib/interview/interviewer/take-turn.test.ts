/** What the interviewer does beyond a single trigger: it follows on, finds the weak spot, checks on a twist, lets go. */
import { describe, expect, it } from "vitest";
import { pointOf, preparedOf, sceneOf, scriptOf } from "@/tests/support/interviewer-scene";
import type { PreparedInterviewer } from "./prepare";
import { withShared } from "./shared-triggers";
import { takeTurn } from "./take-turn";
import { type InterviewerState, type Scene, startInterviewer } from "./types";

const claim = {
  ...{ id: "claim", kind: "push-back", question: "How many milliseconds is that?" },
  when: { claimWithoutNumber: ["fast"] },
  enough: { numberSaid: "reply" },
};
const chain = [
  claim,
  {
    ...{ id: "deeper", kind: "probe", level: "senior", question: "And at the tail, in the evening?" },
    after: { trigger: "claim", outcome: "enough" },
  },
  {
    ...{ id: "simpler", kind: "probe", question: "Which step would be the slowest?" },
    after: { trigger: "claim", outcome: "let-go" },
  },
];
const fast: Partial<Scene> = { answers: { clarify: "It is fast." } };

/** One turn, with what the interviewer did in short. */
function turn(
  prepared: PreparedInterviewer,
  state: InterviewerState,
  over: Partial<Scene>,
  reply: string | null = null,
) {
  const result = takeTurn(prepared, sceneOf(over), state, reply);
  return { ...result, settled: result.acknowledgement?.settled, asked: result.move?.id };
}
const begin = () => startInterviewer("seed");

describe("follow-ups", () => {
  const prepared = preparedOf({ triggers: chain });

  it("go deeper when the reply was enough, and simpler when it was not", () => {
    const first = turn(prepared, begin(), fast);
    expect(first.asked).toBe("claim");
    const enough = turn(prepared, first.state, { ...fast, elapsedSeconds: 150 }, "About 40 ms.");
    expect([enough.settled, enough.asked]).toEqual(["enough", "deeper"]);
    const poor = turn(prepared, first.state, { ...fast, elapsedSeconds: 150 }, "Fast enough, I think.");
    expect([poor.settled, poor.asked]).toEqual(["let-go", "simpler"]);
  });

  it("do not go deeper below the level that they are for", () => {
    const first = turn(prepared, begin(), { ...fast, level: "mid" });
    const enough = turn(prepared, first.state, { ...fast, level: "mid", elapsedSeconds: 150 }, "40 ms.");
    expect([enough.settled, enough.asked]).toEqual(["enough", undefined]);
  });

  it("belong to the last thing asked: once something else has been, they are gone", () => {
    const other = {
      id: "other",
      kind: "probe",
      question: "What of the other thing?",
      when: { mode: "coach" },
    };
    const both = preparedOf({ triggers: [...chain, other] });
    const asked = (id: string, settled: "let-go") =>
      ({ kind: "trigger", id, atSeconds: 10, stage: "clarify", settled }) as const;
    const state = { ...begin(), prompted: [asked("claim", "let-go"), asked("other", "let-go")] };
    expect(turn(both, state, { elapsedSeconds: 600 }).asked).toBeUndefined();
    expect(
      turn(both, { ...begin(), prompted: [asked("claim", "let-go")] }, { elapsedSeconds: 600 }).asked,
    ).toBe("simpler");
  });

  it("lead on from a case's own trigger that stands in for a shared one", () => {
    const own = {
      ...claim,
      id: "own",
      insteadOf: ["claim"],
      question: "In this case, how many milliseconds?",
    };
    const shared = scriptOf({ triggers: chain }).triggers.map(({ probes, insteadOf, ...trigger }) => trigger);
    const script = withShared(scriptOf({ triggers: [own] }), shared);
    expect(script.triggers.map(({ id }) => id)).not.toContain("claim");
    const both = { ...prepared, script, triggers: new Map(script.triggers.map((t) => [t.id, t])) };
    const first = turn(both, begin(), fast);
    expect(first.asked).toBe("own");
    expect(turn(both, first.state, { ...fast, elapsedSeconds: 150 }, "40 ms.").asked).toBe("deeper");
  });
});

describe("what would be asked twice", () => {
  const about = (id: string, priority: number) => ({
    ...{ id, kind: "probe", when: { mode: "coach" }, probes: ["data-split"], priority },
    question: `How do you split the data, asked by ${id}?`,
  });
  const prepared = preparedOf({ triggers: [about("first", 9), about("second", 5)] }, [
    pointOf({ id: "data-split", stage: "data" }),
  ]);

  it("is asked once, whoever would ask", () => {
    const first = turn(prepared, begin(), {});
    expect(first.asked).toBe("first");
    const later: Partial<Scene> = { elapsedSeconds: 1_200, stage: "model", stagesEntered: ["data", "model"] };
    const settled = turn(prepared, first.state, { ...later, elapsedSeconds: 400 }, "Not sure.");
    expect(settled.settled).toBe("let-go");
    expect(turn(prepared, settled.state, later).asked).toBeUndefined();
  });

  it("is not asked at all when it stands there", () => {
    expect(turn(prepared, begin(), { credits: { "data-split": 0.8 } }).asked).toBeUndefined();
    const said = preparedOf({
      triggers: [{ ...about("first", 9), probes: [], enough: { said: ["fallback"] } }],
    });
    expect(turn(said, begin(), { answers: { serve: "A fallback." } }).asked).toBeUndefined();
  });
});

describe("the weakest point", () => {
  const points = [
    pointOf({ id: "clarify-goal", stage: "clarify", weight: 2 }),
    pointOf({ id: "clarify-scale", stage: "clarify", weight: 3 }),
    pointOf({ id: "clarify-staff", stage: "clarify", weight: 3, level: "staff" }),
    pointOf({ id: "model-loss", stage: "model", weight: 3 }),
  ];
  const prepared = preparedOf({}, points);
  const past: Partial<Scene> = { stage: "frame", stagesEntered: ["clarify", "frame"] };

  it("is asked about in the rubric's words, once the stage is left and nothing else is due", () => {
    expect(turn(prepared, begin(), {}).asked).toBeUndefined();
    const first = turn(prepared, begin(), past);
    expect(first.asked).toBe("point-clarify-scale");
    expect(first.move?.text).toBe("What about clarify-scale, in your design?");
    const next = turn(prepared, first.state, { ...past, elapsedSeconds: 400 }, "I do not know.");
    expect(turn(prepared, next.state, { ...past, elapsedSeconds: 400 }).asked).toBe("point-clarify-goal");
  });

  it("is the one with most to gain for the level", () => {
    const credits = { "clarify-scale": 0.34, "clarify-goal": 0 };
    expect(turn(prepared, begin(), { ...past, credits }).asked).toBe("point-clarify-goal");
    expect(turn(prepared, begin(), { ...past, credits: { ...credits, "clarify-goal": 0.4 } }).asked).toBe(
      "point-clarify-scale",
    );
    const enough = { "clarify-scale": 0.4, "clarify-goal": 0.4 };
    expect(turn(prepared, begin(), { ...past, credits: enough }).asked).toBeUndefined();
    expect(turn(prepared, begin(), { ...past, level: "staff", credits: enough }).asked).toBe(
      "point-clarify-staff",
    );
  });

  it("lets go of it when the reply earns the point", () => {
    const first = turn(prepared, begin(), past);
    const scene = { ...past, elapsedSeconds: 160, credits: { "clarify-scale": 0.7 } };
    expect(turn(prepared, first.state, scene, "A hundred million a day.").settled).toBe("enough");
  });
});

describe("a changed requirement", () => {
  const prepared = preparedOf({});
  const given = (settled: "enough" | "let-go" | null): InterviewerState => ({
    ...begin(),
    prompted: [{ kind: "twist", id: "faster", atSeconds: 1_200, stage: "serve", settled }],
  });
  const before = { serve: "I rank 800 candidates in 90 ms." };
  const unchanged = { answers: before, twistGiven: { before, redesigned: false } };
  const after = `${before.serve}\n\nWith 80 ms I score fewer candidates with a distilled model.`;
  const changed = { answers: { serve: after }, twistGiven: { before, redesigned: false } };

  it("is checked on once when nothing has changed some minutes later", () => {
    expect(turn(prepared, given("let-go"), { ...unchanged, elapsedSeconds: 1_300 }).asked).toBeUndefined();
    const check = turn(prepared, given("let-go"), { ...unchanged, elapsedSeconds: 1_400 });
    expect(check.asked).toBe("twist-check-faster");
    expect(check.move?.text).toBe("I halved your time. Which of your numbers move?");
    const reply = "Ranking goes from 90 ms down to 30, with a third of the candidates.";
    const settled = turn(prepared, check.state, { ...unchanged, elapsedSeconds: 1_450 }, reply);
    expect(settled.settled).toBe("enough");
    expect(turn(prepared, settled.state, { ...unchanged, elapsedSeconds: 2_000 }).asked).toBeUndefined();
  });

  it("is acknowledged once when the design has moved without a word", () => {
    const seen = turn(prepared, given("let-go"), { ...changed, elapsedSeconds: 1_300 });
    expect(seen.move?.kind).toBe("courtesy");
    expect(turn(prepared, seen.state, { ...changed, elapsedSeconds: 2_000 }).move).toBeNull();
    const redrawn = { answers: before, twistGiven: { before, redesigned: true }, elapsedSeconds: 1_300 };
    expect(turn(prepared, given("let-go"), redrawn).move?.kind).toBe("courtesy");
  });

  it("is taken as answered when the reply says what changes, and left open when it does not", () => {
    const scene = { elapsedSeconds: 1_230 };
    expect(turn(prepared, given(null), { ...changed, ...scene }, "Fewer candidates.").settled).toBe("enough");
    expect(turn(prepared, given(null), { ...unchanged, ...scene }, "All right.").settled).toBe("let-go");
    expect(turn(prepared, given("enough"), { ...unchanged, elapsedSeconds: 2_000 }).move).toBeNull();
  });
});

describe("findings", () => {
  const contradiction = {
    id: "cache-and-freshness",
    source: "contradiction",
    stage: "clarify",
    statement: "Results are cached for an hour.",
    question: "What takes an entry out?",
  } as const;
  const board = { ...contradiction, id: "no-log", source: "board" } as const;
  const prepared = preparedOf({});

  it("are put as the two places and a question, once", () => {
    const first = turn(prepared, begin(), { findings: [contradiction] });
    expect(first.move?.text).toBe("Results are cached for an hour. What takes an entry out?");
    const settled = turn(prepared, first.state, { elapsedSeconds: 200 });
    expect(settled.settled).toBe("enough");
    expect(
      turn(prepared, settled.state, { findings: [contradiction], elapsedSeconds: 900 }).asked,
    ).toBeUndefined();
  });

  it("of the board are for coaching, as they would tell an exam what belongs there", () => {
    expect(turn(prepared, begin(), { findings: [board] }).asked).toBe("finding-no-log");
    expect(turn(prepared, begin(), { findings: [board], mode: "exam" }).asked).toBeUndefined();
  });

  it("wait for what is more pressing", () => {
    const pressing = preparedOf({ triggers: [{ ...claim, priority: 7 }] });
    expect(turn(pressing, begin(), { ...fast, findings: [contradiction] }).asked).toBe("claim");
    const lesser = preparedOf({ triggers: [{ ...claim, priority: 6 }] });
    expect(turn(lesser, begin(), { ...fast, findings: [contradiction] }).asked).toBe(
      "finding-cache-and-freshness",
    );
  });
});

describe("coach and exam", () => {
  const ready = [1, 2, 3].map((n) => ({
    id: `t${n}`,
    kind: "probe",
    when: { wordsAtLeast: 1 },
    question: `Question number ${n}, please?`,
  }));
  const prepared = preparedOf({ triggers: ready });
  const first = (mode: Scene["mode"]) => ({
    ...begin(),
    prompted: [{ kind: "trigger", id: "t1", atSeconds: 100, stage: "clarify", settled: "enough" } as const],
    mode,
  });

  it("a coach leaves more time between questions, and points to the hints", () => {
    const scene = { answers: { whole: "Words.", clarify: "Words." }, elapsedSeconds: 180 };
    expect(turn(prepared, first("exam"), { ...scene, mode: "exam" }).asked).toBeDefined();
    expect(turn(prepared, first("coach"), { ...scene, mode: "coach" }).asked).toBeUndefined();
    const open = {
      ...begin(),
      prompted: [{ ...first("coach").prompted[0], settled: null }],
    } as InterviewerState;
    const coached = turn(prepared, open, { mode: "coach" }, "No idea.").acknowledgement?.text;
    const examined = turn(prepared, open, { mode: "exam" }, "No idea.").acknowledgement?.text;
    expect(coached).toMatch(/hints|notes/);
    expect(examined).not.toMatch(/hint/);
  });
});
