/** What a rule does not hold yet, because it is younger than the text. Each list only shrinks; with the last the file goes. */
const UNFINISHED = {
  /** Cases and chapters without all of their cards and questions. */
  cards: ["framework/05-evaluate", "framework/06-serve", "framework/07-monitor"],
  /** Questions whose right options are known by their length. */
  habits: [
    "cases/video-recommendation/cards.yaml",
    "framework/08-scoring.cards.yaml",
    "framework/12-negatives.cards.yaml",
    "framework/13-embeddings.cards.yaml",
    "framework/14-multi-task.cards.yaml",
    "framework/15-cold-start.cards.yaml",
    "framework/18-calibration.cards.yaml",
    "framework/20-drift.cards.yaml",
    "framework/22-frameworks.cards.yaml",
  ],
} as const satisfies Record<string, readonly string[]>;

export const isUnfinished = (rule: keyof typeof UNFINISHED, what: string): boolean =>
  (UNFINISHED[rule] as readonly string[]).includes(what);
