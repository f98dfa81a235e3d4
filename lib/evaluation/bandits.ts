/**
 * Choosing among items whose rates must be learnt by showing them. Four policies on the same coin flips: greedy, epsilon-greedy,
 * UCB1 (Auer, Cesa-Bianchi & Fischer, 2002) and Thompson sampling (Thompson, 1933; Chapelle & Li, 2011).
 * Regret is what always showing the best would have earned more, in expectation: `\sum_t (\mu^* - \mu_{a_t})`.
 */
import type { Random } from "@/lib/random";
import { drawBeta } from "./beta";
import { meanInterval } from "./intervals";

export const BANDIT_POLICIES = ["greedy", "epsilon", "ucb", "thompson"] as const;
export type BanditPolicy = (typeof BANDIT_POLICIES)[number];

export type BanditSettings = {
  /** True rates of the items. */
  readonly rates: readonly number[];
  readonly steps: number;
  /** Share of uniform choices of epsilon-greedy. */
  readonly epsilon: number;
  /** What every item is worth before it was shown, in views of the mean rate: successes and failures to begin with. */
  readonly prior: { readonly alpha: number; readonly beta: number };
};
export type BanditCurve = {
  readonly policy: BanditPolicy;
  /** At each checkpoint: steps so far, mean regret of the runs and its interval of 95 %. */
  readonly points: readonly { step: number; mean: number; low: number; high: number }[];
  /** Share of all steps that showed the best item, mean of the runs. */
  readonly bestShare: number;
  /** Clicks earned, mean of the runs. */
  readonly reward: number;
};

type Arms = { readonly shown: Float64Array; readonly clicked: Float64Array };

/** `\bar x_i + \sqrt{2 \ln t / n_i}`; infinite for what was never shown. */
export function upperConfidenceBound(clicked: number, shown: number, step: number): number {
  return shown === 0 ? Number.POSITIVE_INFINITY : clicked / shown + Math.sqrt((2 * Math.log(step)) / shown);
}

/** One run. Returns expected regret after each step, how often the best was shown and what was earned. */
export function runBandit(
  policy: BanditPolicy,
  settings: BanditSettings,
  random: Random,
): { regret: Float64Array; bestShown: number; reward: number } {
  const { rates, steps } = settings;
  const best = Math.max(...rates);
  const arms = { shown: new Float64Array(rates.length), clicked: new Float64Array(rates.length) };
  const regret = new Float64Array(steps);
  const totals = { regret: 0, bestShown: 0, reward: 0 };
  for (let step = 0; step < steps; step++) {
    const arm = choose(policy, arms, step, settings, random);
    const rate = rates[arm] as number;
    const isClicked = random.next() < rate;
    arms.shown[arm] = (arms.shown[arm] as number) + 1;
    if (isClicked) arms.clicked[arm] = (arms.clicked[arm] as number) + 1;
    totals.regret += best - rate;
    totals.bestShown += rate === best ? 1 : 0;
    totals.reward += isClicked ? 1 : 0;
    regret[step] = totals.regret;
  }
  return { regret, bestShown: totals.bestShown, reward: totals.reward };
}

/** Several runs of each policy, each run with its own stream. Same seed, same curves. */
export function compareBandits(
  settings: BanditSettings,
  runs: number,
  checkpoints: number,
  random: Random,
): BanditCurve[] {
  return BANDIT_POLICIES.map((policy) => {
    const all = Array.from({ length: runs }, (_, run) =>
      runBandit(policy, settings, random.fork(`${policy}-${run}`)),
    );
    const steps = Array.from({ length: checkpoints }, (_, i) =>
      Math.round(((i + 1) * settings.steps) / checkpoints),
    );
    const total = (value: (run: (typeof all)[number]) => number) =>
      all.reduce((sum, run) => sum + value(run), 0) / runs;
    return {
      policy,
      points: steps.map((step) => ({
        step,
        ...meanInterval(all.map(({ regret }) => regret[step - 1] ?? 0)),
      })),
      bestShare: total(({ bestShown }) => bestShown / settings.steps),
      reward: total(({ reward }) => reward),
    };
  });
}

function choose(
  policy: BanditPolicy,
  arms: Arms,
  step: number,
  settings: BanditSettings,
  random: Random,
): number {
  const { prior, epsilon, rates } = settings;
  if (policy === "epsilon" && random.next() < epsilon) return random.integer(rates.length);
  return bestArm(rates.length, random, (arm) => {
    const shown = arms.shown[arm] as number;
    const clicked = arms.clicked[arm] as number;
    if (policy === "ucb") return upperConfidenceBound(clicked, shown, step + 1);
    const belief = { alpha: prior.alpha + clicked, beta: prior.beta + shown - clicked };
    return policy === "thompson" ? drawBeta(belief, random) : belief.alpha / (belief.alpha + belief.beta);
  });
}

/** The arm of the highest value; ties by lot, so that no policy profits from the order. */
function bestArm(count: number, random: Random, scoreOf: (arm: number) => number): number {
  let [best, bestValue, ties] = [0, Number.NEGATIVE_INFINITY, 1];
  for (let arm = 0; arm < count; arm++) {
    const value = scoreOf(arm);
    if (value > bestValue) [best, bestValue, ties] = [arm, value, 1];
    else if (value === bestValue && random.integer(++ties) === 0) best = arm;
  }
  return best;
}
