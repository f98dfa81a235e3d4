/** What the grader promises of an attack, and what came of one. Shares of what there was to earn, 0 to 1. */

export const BOUNDS = {
  keywords: 0.4,
  shuffled: 0.6,
  negated: 0.45,
  echo: 0.1,
  injected: 0.05,
  /** Both halves still say what they say. */
  halvesSwapped: 0.8,
  /** Honest sentences earn at least this, and every second of them something in this range. */
  all: 0.95,
  half: [0.4, 0.75],
} as const;

/** What an attack earned over stages or questions, and whether that is what it should. */
export type Outcome = {
  attack: string;
  mean: number;
  least: number;
  most: number;
  bound: number;
  /** What the bound asks for, in the words of a table. */
  rule: string;
  holds: boolean;
  /** True for a kind that no gate was written for. */
  isHeldOut?: boolean;
};

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Bound of an attack by its name. */
export function boundOf(name: string): number {
  if (name.startsWith("keywords")) return BOUNDS.keywords;
  return name.startsWith("shuffled") ? BOUNDS.shuffled : BOUNDS.negated;
}

/** Bound of a kind that no gate was written for. */
export const heldOutBoundOf = (name: string): number =>
  name.startsWith("keywords") ? BOUNDS.keywords : BOUNDS.halvesSwapped;

export const outcome = (
  attack: string,
  values: readonly number[],
  verdict: Pick<Outcome, "bound" | "rule" | "holds">,
): Outcome => ({
  attack,
  mean: mean(values),
  least: Math.min(...values),
  most: Math.max(...values),
  ...verdict,
});

/** The mean may reach the bound, a single value lie `slack` above it. */
export const atMost = (attack: string, values: readonly number[], bound: number, slack: number): Outcome =>
  outcome(attack, values, {
    bound,
    rule: `at most ${bound}`,
    holds: mean(values) <= bound && Math.max(...values) <= bound + slack,
  });
