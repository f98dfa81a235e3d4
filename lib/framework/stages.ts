/**
 * The seven stages of a design interview, in their fixed order, and the minutes each is worth.
 *
 * Minutes are data: an interview is 30, 45 or 60 minutes long, every row sums to its length, and an
 * overrun is feedback in the report, never a lock.
 */
export const STAGES = ["clarify", "frame", "data", "model", "evaluate", "serve", "monitor"] as const;
export type Stage = (typeof STAGES)[number];

export const LEVELS = ["mid", "senior", "staff"] as const;
export type Level = (typeof LEVELS)[number];

export const LENGTHS_MINUTES = [30, 45, 60] as const;
export type LengthMinutes = (typeof LENGTHS_MINUTES)[number];

/** What each stage is called on screen, and the one question that it answers. */
export const STAGE_INFO: Record<Stage, { title: string; question: string }> = {
  clarify: { title: "Clarify", question: "What are we building, for whom, and under which limits?" },
  frame: {
    title: "Frame as an ML task",
    question: "What does the model predict, and which metric says it worked?",
  },
  data: {
    title: "Data and features",
    question: "Where do labels and features come from, and what is wrong with them?",
  },
  model: {
    title: "Model",
    question: "Which model does each step of the pipeline need, and how is it trained?",
  },
  evaluate: { title: "Evaluate", question: "How do we know, offline and online, that it is better?" },
  serve: { title: "Serve", question: "How does it answer in time, at this scale, when parts fail?" },
  monitor: { title: "Monitor", question: "How do we notice that it went wrong, and what happens then?" },
};

/** Minutes per stage for each length; `wrapUp` is the time kept for questions at the end. */
export const STAGE_MINUTES: Record<LengthMinutes, Record<Stage, number> & { wrapUp: number }> = {
  30: { clarify: 4, frame: 4, data: 6, model: 7, evaluate: 4, serve: 3, monitor: 1, wrapUp: 1 },
  45: { clarify: 5, frame: 5, data: 9, model: 10, evaluate: 6, serve: 5, monitor: 3, wrapUp: 2 },
  60: { clarify: 6, frame: 6, data: 12, model: 14, evaluate: 8, serve: 7, monitor: 4, wrapUp: 3 },
};
