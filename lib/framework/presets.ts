/**
 * Other published frameworks for the same interview, mapped onto the seven stages, so that who has learnt one of them
 * finds it again. Names and minutes are as read in 2026; a step without minutes has none on record.
 */
import { type LengthMinutes, STAGE_MINUTES, STAGES, type Stage } from "@/lib/framework/stages";

export type PresetStep = {
  /** As the framework calls it. */
  name: string;
  /** Our stages that it covers, in our order; empty for a step that only says "go deeper". */
  stages: readonly Stage[];
  /** Published minutes, low and high; null when none are on record. */
  minutes: readonly [low: number, high: number] | null;
};
/** `primary`: read in the original text. `page`: seen on the publisher's page, in part. `reported`: known from others' accounts. */
export type PresetCertainty = "primary" | "page" | "reported";
export type Preset = {
  id: PresetId;
  name: string;
  /** Id in content/sources.yaml; null for our own. */
  source: string | null;
  certainty: PresetCertainty;
  /** The round its minutes add up to, when it says so. */
  steps: readonly PresetStep[];
  note: string;
};

export const PRESET_IDS = [
  "shortlist",
  "book-seven",
  "dirafzoon-nine",
  "huyen-four",
  "hello-interview",
  "educative-six",
  "taro-five",
  "datainterview",
  "techinterview",
  "interview-handbook",
  "elhakki-six",
] as const;
export type PresetId = (typeof PRESET_IDS)[number];

const step = (name: string, stages: readonly Stage[], low?: number, high = low): PresetStep => ({
  name,
  stages,
  minutes: low === undefined || high === undefined ? null : [low, high],
});

export const PRESETS: Readonly<Record<PresetId, Preset>> = {
  shortlist: {
    id: "shortlist",
    name: "Shortlist, seven stages",
    source: null,
    certainty: "primary",
    steps: STAGES.map((stage) => step(stage, [stage], STAGE_MINUTES[45][stage])),
    note: "Ours: more minutes for data and labels than most, and two for questions at the end.",
  },
  "book-seven": {
    id: "book-seven",
    name: "The seven steps of the best-known book",
    source: null,
    certainty: "reported",
    steps: [
      step("Clarify requirements", ["clarify"]),
      step("Frame as an ML task", ["frame"]),
      step("Data preparation", ["data"]),
      step("Model development", ["model"]),
      step("Evaluation", ["evaluate"]),
      step("Deployment and serving", ["serve"]),
      step("Monitoring and infrastructure", ["monitor"]),
    ],
    note: "As other people's notes list Aminian and Xu's steps; not checked against the book, and no minutes are on record.",
  },
  "dirafzoon-nine": {
    id: "dirafzoon-nine",
    name: "Dirafzoon, nine steps",
    source: "dirafzoon",
    certainty: "primary",
    steps: [
      step("Problem formulation", ["clarify", "frame"]),
      step("Metrics", ["frame", "evaluate"]),
      step("Architectural components", ["model", "serve"]),
      step("Data collection and preparation", ["data"]),
      step("Feature engineering", ["data"]),
      step("Model development and offline evaluation", ["model", "evaluate"]),
      step("Prediction service", ["serve"]),
      step("Online testing and deployment", ["evaluate", "serve"]),
      step("Scaling, monitoring and updates", ["serve", "monitor"]),
    ],
    note: "Metrics come second and a first architecture third. The author says that steps may be skipped or deepened to follow the interviewer.",
  },
  "huyen-four": {
    id: "huyen-four",
    name: "Huyen, four parts",
    source: "huyen",
    certainty: "primary",
    steps: [
      step("Project setup", ["clarify", "frame"]),
      step("Data pipeline", ["data"]),
      step("Modeling", ["model", "evaluate"]),
      step("Serving", ["serve", "monitor"]),
    ],
    note: "Explicitly a loop: a later part sends you back to an earlier one. It asks for three baselines: random, human, a simple heuristic.",
  },
  "hello-interview": {
    id: "hello-interview",
    name: "Hello Interview, delivery framework",
    source: "hello",
    certainty: "page",
    steps: [
      step("Problem framing", ["clarify", "frame"], 5, 7),
      step("High-level design", ["frame", "serve"]),
      step("Data and features", ["data"]),
      step("Modeling", ["model"]),
      step("Inference and evaluation", ["serve", "evaluate"]),
      step("Deep dives", []),
    ],
    note: "Only the minutes of the first step were seen on its page; the rest is divided here as we would.",
  },
  "educative-six": {
    id: "educative-six",
    name: "Educative, six steps",
    source: "educative-six",
    certainty: "page",
    steps: [
      step("Clarification and scope", ["clarify", "frame"]),
      step("Data strategy", ["data"]),
      step("Model design", ["model"]),
      step("Evaluation", ["evaluate"]),
      step("Serving and deployment", ["serve"]),
      step("Monitoring and iteration", ["monitor"]),
    ],
    note: "Made for a round of 45 minutes; how they are split was not seen.",
  },
  "taro-five": {
    id: "taro-five",
    name: "Taro, five signals",
    source: "taro",
    certainty: "page",
    steps: [
      step("Problem navigation", ["clarify"]),
      step("High-level design", ["frame", "serve"]),
      step("Data strategy and features", ["data"]),
      step("Modelling approach", ["model"]),
      step("Evaluation, deployment, monitoring", ["evaluate", "serve", "monitor"]),
    ],
    note: "Named after what is assessed more than after what to say next; three of our stages share the last signal.",
  },
  datainterview: {
    id: "datainterview",
    name: "DataInterview, six steps",
    source: "datainterview",
    certainty: "page",
    steps: [
      step("Clarify requirements and constraints", ["clarify"], 5),
      step("Define the ML problem", ["frame"], 5),
      step("Data pipeline and features", ["data"]),
      step("Later steps", ["model", "evaluate", "serve", "monitor"]),
    ],
    note: "The page was readable up to its third step, so the later ones are shown as one and divided as we would.",
  },
  techinterview: {
    id: "techinterview",
    name: "techinterview.org, five steps",
    source: "techinterview",
    certainty: "page",
    steps: [
      step("Formulation", ["clarify", "frame"], 5),
      step("Data", ["data"], 5),
      step("Model", ["model"], 10),
      step("Serving", ["serve"], 10),
      step("Monitoring", ["monitor"], 5),
    ],
    note: "Thirty-five minutes in all, a third of them for serving and monitoring together with no step named evaluation.",
  },
  "interview-handbook": {
    id: "interview-handbook",
    name: "Interview Handbook, six steps",
    source: "interviewhandbook",
    certainty: "page",
    steps: [
      step("Clarify", ["clarify"], 5, 10),
      step("Metrics", ["frame", "evaluate"], 5),
      step("Architecture", ["frame", "serve"], 10),
      step("Data and features", ["data"], 10, 15),
      step("Model and training", ["model"], 10, 15),
      step("Serving and monitoring", ["serve", "monitor"], 5, 10),
    ],
    note: "45 to 65 minutes as published; scaled here to the length of the round.",
  },
  "elhakki-six": {
    id: "elhakki-six",
    name: "El Hakki, six steps",
    source: "elhakki",
    certainty: "page",
    steps: [
      step("Framing", ["clarify", "frame"], 5),
      step("Data", ["data"], 5),
      step("Features", ["data"], 10),
      step("Modeling", ["model"], 10),
      step("Serving", ["serve"], 10),
      step("Monitoring", ["monitor"], 5),
    ],
    note: "Fifteen of 45 minutes for data and features, and no step of its own for evaluation.",
  },
};

/** Our stages that no step of a framework names: what it leaves to you. */
export function stagesNotNamed(preset: Preset): Stage[] {
  const named = new Set(preset.steps.flatMap(({ stages }) => stages));
  return STAGES.filter((stage) => !named.has(stage));
}

const middle = ([low, high]: readonly [number, number]) => (low + high) / 2;

/**
 * Minutes of each step in a round of `length`, in fractions; they add up to the length less our time for questions.
 * Steps without published minutes share what the others leave, in proportion to what our stages under them have. A step
 * with no stage of its own gets nothing: it is time for going deeper, which every stage's budget already holds.
 */
export function stepMinutes(preset: Preset, length: LengthMinutes): number[] {
  const ours = STAGE_MINUTES[length];
  const speaking = length - ours.wrapUp;
  const shareOf = ({ stages }: PresetStep) =>
    stages.reduce((sum, stage) => sum + ours[stage] / timesNamed(preset, stage), 0);
  const published = preset.steps.reduce((sum, { minutes }) => sum + (minutes ? middle(minutes) : 0), 0);
  const open = preset.steps
    .filter(({ minutes }) => minutes === null)
    .reduce((sum, one) => sum + shareOf(one), 0);
  // Published minutes are for a round of 45; where all steps have them, they are stretched to fill the round.
  const stretch = open === 0 ? speaking / published : length / 45;
  const left = Math.max(0, speaking - published * stretch);
  return preset.steps.map((one) =>
    one.minutes ? middle(one.minutes) * stretch : open > 0 ? (left * shareOf(one)) / open : 0,
  );
}

const timesNamed = (preset: Preset, stage: Stage) =>
  preset.steps.filter(({ stages }) => stages.includes(stage)).length;

export type StageSplit = Record<Stage, number> & { wrapUp: number };

/** Least minutes of a stage on the clock, also where a framework does not name it. */
const LEAST_MINUTES = 1;

/**
 * A framework's minutes over our seven stages: each step's minutes go to the stages under it, in proportion to ours; then
 * whole minutes by largest remainder, at least one each. The sum is the length of the round. Ours comes back unchanged.
 */
export function stageSplit(id: PresetId, length: LengthMinutes): StageSplit {
  const ours = STAGE_MINUTES[length];
  if (id === "shortlist") return ours;
  const preset = PRESETS[id];
  const minutes = stepMinutes(preset, length);
  const exact = STAGES.map((stage) =>
    preset.steps.reduce((sum, { stages }, i) => {
      if (!stages.includes(stage)) return sum;
      const total = stages.reduce((of, other) => of + ours[other], 0);
      return sum + ((minutes[i] ?? 0) * ours[stage]) / total;
    }, 0),
  );
  const whole = toWholeMinutes(exact, length - ours.wrapUp);
  const split = Object.fromEntries(STAGES.map((stage, i) => [stage, whole[i] ?? 0]));
  return { ...split, wrapUp: ours.wrapUp } as StageSplit;
}

/** Largest remainder, after every entry has its least. */
export function toWholeMinutes(exact: readonly number[], total: number): number[] {
  const raised = exact.map((minutes) => Math.max(LEAST_MINUTES, minutes));
  const scale = total / raised.reduce((sum, minutes) => sum + minutes, 0);
  const wanted = raised.map((minutes) => minutes * scale);
  const whole = wanted.map((minutes) => Math.max(LEAST_MINUTES, Math.floor(minutes)));
  const byRemainder = wanted
    .map((minutes, i) => ({ i, rest: minutes - (whole[i] ?? 0) }))
    .sort((a, b) => b.rest - a.rest || a.i - b.i);
  let left = total - whole.reduce((sum, minutes) => sum + minutes, 0);
  for (const { i } of byRemainder) {
    if (left <= 0) break;
    whole[i] = (whole[i] ?? 0) + 1;
    left--;
  }
  while (left < 0) {
    const most = whole.indexOf(Math.max(...whole));
    whole[most] = (whole[most] ?? 0) - 1;
    left++;
  }
  return whole;
}
