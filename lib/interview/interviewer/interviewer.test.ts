import { describe, expect, it } from "vitest";
import type { Condition } from "@/lib/content/schemas/condition";
import { interviewerSchema } from "@/lib/content/schemas/interviewer";
import { answerMessage, splitQuestions } from "./answer-message";
import { holds } from "./condition";
import { listen } from "./listen";
import { nextMove } from "./next-move";
import { prepareInterviewer } from "./prepare";
import { replyTo } from "./reply-to";
import { twistAdapted } from "./twists";
import { type InterviewerState, type Scene, startInterviewer } from "./types";

const fact = (id: string, topic: string, question: string, askedAs: string[], answer: string) => ({
  id,
  topic,
  question,
  askedAs,
  answer,
  ifNeverAsked: "The design goes wrong here.",
});
const trigger = (id: string, when: Condition, priority = 5, kind = "probe") => ({
  id,
  kind,
  when,
  question: `Tell me more about ${id}, please.`,
  probes: [`data-${id}`],
  priority,
});

const script = interviewerSchema.parse({
  opening: "Hello, I am your interviewer today.",
  facts: [
    fact(
      "scale",
      "scale",
      "How many users and videos are there?",
      [
        "What is the DAU?",
        "how big is the catalogue",
        "number of requests per second",
        "size of the user base",
        "How many people come each day?",
        "number of people",
      ],
      "A hundred million people a day, ten million videos.",
    ),
    fact(
      "latency",
      "latency",
      "How fast must the page be?",
      [
        "latency budget?",
        "what response time is allowed",
        "how many milliseconds do we have",
        "is there a p99 target",
      ],
      "200 ms at p99, measured at the server.",
    ),
    fact(
      "privacy",
      "privacy",
      "What may we store about a person?",
      [
        "any GDPR constraints",
        "can users delete their data",
        "may we use personal data",
        "is consent needed",
      ],
      "Only what people do in the app, for 18 months.",
    ),
  ],
  triggers: [
    trigger("model-first", { all: [{ said: ["two-tower"] }, { missing: ["objective"] }] }, 9, "interrupt"),
    trigger("no-split", { all: [{ stageLeft: "data" }, { pointBelow: "data-no-split" }] }, 7),
    trigger("no-scale", { all: [{ stageLeft: "clarify" }, { factNotAsked: "scale" }] }, 6),
  ],
  twists: [
    {
      id: "faster",
      when: { stageReached: "serve" },
      announce: "The limit is now 80 ms instead of 200 ms. What changes in your design?",
      change: "Latency cut to 80 ms",
      check: "I halved your time. Which of your numbers move?",
      adaptedBy: [
        "With 80 ms I score fewer candidates with a distilled model.",
        "I precompute the candidates when the app closes.",
      ],
      stages: ["serve"],
    },
  ],
});
const prepared = prepareInterviewer(script, {
  "two-tower": ["two tower", "dual encoder"],
  objective: ["objective", "goal"],
  "random-split": ["random split"],
});

const scene = (over: Partial<Scene> = {}): Scene => ({
  answers: {},
  stage: "clarify",
  stagesEntered: ["clarify"],
  mode: "coach",
  level: "senior",
  lengthMinutes: 45,
  elapsedSeconds: 120,
  factsTold: [],
  decisions: {},
  credits: {},
  findings: [],
  boardKinds: [],
  lastActiveSeconds: 120,
  twistGiven: null,
  ...over,
});
const check = (condition: Condition, over: Partial<Scene>) => {
  const now = scene(over);
  return holds(condition, now, listen(prepared, now));
};

describe("conditions", () => {
  it("hears concepts, and does not take a denial for a statement", () => {
    expect(check({ said: ["two-tower"] }, { answers: { model: "A dual encoder." } })).toBe(true);
    expect(check({ said: ["random-split"] }, { answers: { data: "I would not use a random split." } })).toBe(
      false,
    );
    expect(
      check({ missing: ["random-split"] }, { answers: { data: "I would not use a random split." } }),
    ).toBe(false);
    expect(check({ said: ["two-tower"], stage: "data" }, { answers: { model: "Two towers." } })).toBe(false);
    expect(check({ said: ["two-tower"], stage: "data" }, { answers: { whole: "Two towers." } })).toBe(true);
  });

  it("goes by the stages entered in coach mode and by the clock in exam mode", () => {
    expect(check({ stageLeft: "clarify" }, { stage: "frame", stagesEntered: ["clarify", "frame"] })).toBe(
      true,
    );
    expect(check({ stageLeft: "clarify" }, { stage: "clarify", stagesEntered: ["clarify", "frame"] })).toBe(
      false,
    );
    expect(check({ stageReached: "frame" }, { mode: "exam", elapsedSeconds: 5 * 60 - 1 })).toBe(false);
    expect(check({ stageReached: "frame" }, { mode: "exam", elapsedSeconds: 5 * 60 })).toBe(true);
    expect(check({ stageLeft: "frame" }, { mode: "exam", elapsedSeconds: 10 * 60 })).toBe(true);
  });

  it("reads decisions, credits, facts and time", () => {
    expect(check({ decision: "split", is: ["random"] }, { decisions: { split: "random" } })).toBe(true);
    expect(check({ decision: "heads", is: ["like"] }, { decisions: { heads: ["click", "like"] } })).toBe(
      true,
    );
    expect(check({ pointBelow: "data-x" }, { credits: { "data-x": 0.5 } })).toBe(false);
    expect(check({ not: { factNotAsked: "scale" } }, { factsTold: ["scale"] })).toBe(true);
    expect(check({ shareOfTimeAtLeast: 0.5 }, { elapsedSeconds: 22.5 * 60 })).toBe(true);
  });
});

describe("questions", () => {
  const ask = (message: string) =>
    answerMessage(prepared, message, startInterviewer("seed")).replies.map(({ fact }) => fact);

  it("answers each part of a message once", () => {
    expect(ask("How many people use it? And how long may a response take?")).toEqual(["scale", "latency"]);
    expect(ask("What is the DAU and what response time is allowed?")).toEqual(["scale", "latency"]);
    expect(ask("I would start with users. What is the DAU? How big is the catalogue?")).toEqual(["scale"]);
    expect(splitQuestions("  ")).toEqual([]);
    expect(splitQuestions("I'm going to begin with a baseline.")).toEqual([]);
    expect(splitQuestions("First I'd like to talk about the offline metrics.")).toEqual([]);
    expect(splitQuestions("I'll assume 200 ms at p99.")).toHaveLength(1);
    expect(splitQuestions("I'd like to know how many users there are")).toHaveLength(1);
  });

  it("says that it does not know, in words that vary, and always the same on replay", () => {
    const unknown = (count: number) =>
      answerMessage(prepared, "What is your favourite film?", {
        ...startInterviewer("seed"),
        unknownReplies: count,
      }).replies[0];
    expect(unknown(0)?.fact).toBeNull();
    expect(unknown(3)).toEqual(unknown(3));
    expect(new Set([0, 1, 2, 3, 4, 5].map((count) => unknown(count)?.answer)).size).toBeGreaterThan(1);
  });
});

/** Plays an interview second by second; what `write` returns is the scene of that second. */
function play(write: (second: number) => Partial<Scene>, seed = "seed", minutes = 45) {
  let state: InterviewerState = startInterviewer(seed);
  const moves: { id: string; at: number }[] = [];
  for (let second = 0; second <= minutes * 60; second += 10) {
    const now = scene({ ...write(second), elapsedSeconds: second });
    state = replyTo(prepared, now, state, null).state;
    const turn = nextMove(prepared, now, state);
    state = turn.state;
    if (turn.move) moves.push({ id: turn.move.id, at: second });
  }
  return { moves, state };
}

describe("moves", () => {
  const wanders = (second: number): Partial<Scene> =>
    second < 600
      ? { answers: { clarify: "Two towers will do." } }
      : { stage: "model", stagesEntered: ["clarify", "frame", "data", "model"] };

  it("interrupts first, then asks the most pressing, one at a time and with pauses", () => {
    const { moves } = play(wanders);
    expect(moves.map(({ id }) => id)).toEqual([
      "model-first",
      "no-split",
      "no-scale",
      "faster",
      "twist-check-faster",
    ]);
    for (let i = 1; i < moves.length; i++)
      expect((moves[i]?.at ?? 0) - (moves[i - 1]?.at ?? 0)).toBeGreaterThanOrEqual(30);
  });

  it("gives the twist once, by three fifths of the time at the latest", () => {
    for (const seed of ["a", "b", "c"]) {
      const twists = play(wanders, seed).moves.filter(({ id }) => id === "faster");
      expect(twists).toHaveLength(1);
      expect(twists[0]?.at).toBeLessThanOrEqual(0.6 * 45 * 60 + 30);
    }
  });

  it("says the same again when the interview is replayed", () => {
    expect(play(wanders)).toEqual(play(wanders));
  });

  it("does not ask for what has been credited or told", () => {
    const { moves } = play((second) => ({
      ...wanders(second),
      answers: {},
      credits: { "data-no-split": 0.9 },
      factsTold: ["scale"],
    }));
    expect(moves.map(({ id }) => id)).toEqual(["faster", "twist-check-faster"]);
  });
});

describe("replies", () => {
  const open = (kind: "trigger" | "twist", id: string): InterviewerState => ({
    ...startInterviewer("seed"),
    prompted: [{ kind, id, atSeconds: 100, stage: "data", settled: null }],
  });

  it("acknowledges a reply that earns the point, and lets go of one that does not", () => {
    const enough = replyTo(
      prepared,
      scene({ credits: { "data-no-split": 0.8 } }),
      open("trigger", "no-split"),
      "I split by time.",
    );
    expect(enough.acknowledgement?.settled).toBe("enough");
    const poor = replyTo(prepared, scene(), open("trigger", "no-split"), "Not sure.");
    expect(poor.acknowledgement?.settled).toBe("let-go");
    expect(poor.state.prompted[0]?.settled).toBe("let-go");
  });

  it("waits in silence, and drops the matter after a while", () => {
    expect(
      replyTo(prepared, scene({ elapsedSeconds: 200 }), open("trigger", "no-split"), null).acknowledgement,
    ).toBeNull();
    expect(
      replyTo(prepared, scene({ elapsedSeconds: 400 }), open("trigger", "no-split"), null).acknowledgement
        ?.settled,
    ).toBe("let-go");
  });
});

describe("twists", () => {
  const before = { serve: "I precompute the candidates when the app closes." };

  it("count only what was written afterwards", () => {
    expect(twistAdapted(prepared, "faster", before, before).adapted).toBe(false);
    const after = {
      serve: `${before.serve}\n\nNow that we have 80 ms, I score fewer candidates and use a distilled model.`,
    };
    const adapted = twistAdapted(prepared, "faster", before, after);
    expect(adapted.adapted).toBe(true);
    expect(after.serve.slice(adapted.receipt?.start, adapted.receipt?.end)).toContain("distilled");
    expect(twistAdapted(prepared, "unknown", before, after).adapted).toBe(false);
  });
});
