/**
 * A test of two ad systems whose arms spend the same budgets. The treatment would spend faster everywhere; a campaign stops
 * when its budget is gone. Split by people only, the treatment wins money that the control would have spent; with budgets
 * split as well, each arm meets the limits that it would meet alone (budget-split designs: Liu, Mao & Kang, 2021).
 */
import { normalQuantile } from "./normal";

export type BudgetMarket = {
  /** Spend that the old system would reach without limits, over the budget: median of the campaigns. */
  readonly medianPressure: number;
  /** Standard deviation of its logarithm. */
  readonly spread: number;
  /** How much faster the treatment spends where nothing stops it: 0.05 is 5 %. */
  readonly gain: number;
};

export type MeasuredLifts = {
  /** Share of all budget money whose campaign runs out under the old system. */
  exhausted: number;
  /** Treatment over control, minus 1: as a split by people with common budgets shows it. */
  sharedBudgets: number;
  /** The same with half of every budget to each arm. */
  splitBudgets: number;
  /** Everybody on the treatment against everybody on the control. */
  launch: number;
};

const CAMPAIGNS = 2_000;
/** Even quantiles of the standard normal, one a campaign. */
const QUANTILES = Array.from({ length: CAMPAIGNS }, (_, i) => normalQuantile((i + 0.5) / CAMPAIGNS));

/** Two arms draw on one purse: what each gets when their demand is more than it holds. `t \cdot \min(1, b / (t + c))` */
export function shareOfPurse(demand: number, otherDemand: number, budget: number): number {
  return demand * Math.min(1, budget / (demand + otherDemand));
}

/** Campaigns of budget 1 at even quantiles of log-normal pressure; all spends are in budgets. */
export function measureLifts({ medianPressure, spread, gain }: BudgetMarket): MeasuredLifts {
  let exhausted = 0;
  const spent = { old: 0, new: 0, sharedT: 0, sharedC: 0, splitT: 0, splitC: 0 };
  for (const quantile of QUANTILES) {
    const pressure = medianPressure * Math.exp(spread * quantile);
    const faster = pressure * (1 + gain);
    if (pressure >= 1) exhausted += 1 / CAMPAIGNS;
    spent.old += Math.min(pressure, 1);
    spent.new += Math.min(faster, 1);
    spent.sharedT += shareOfPurse(faster / 2, pressure / 2, 1);
    spent.sharedC += shareOfPurse(pressure / 2, faster / 2, 1);
    spent.splitT += Math.min(faster / 2, 0.5);
    spent.splitC += Math.min(pressure / 2, 0.5);
  }
  return {
    exhausted,
    sharedBudgets: spent.sharedT / spent.sharedC - 1,
    splitBudgets: spent.splitT / spent.splitC - 1,
    launch: spent.new / spent.old - 1,
  };
}
