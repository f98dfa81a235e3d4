/** A day of auctions with and without pacing: when budgets are spent, what clicks cost, and who is there in the evening. */
import { trafficShareUntil } from "@/lib/worlds/ads/visits";
import { Budgets } from "../budgets";
import { spreadRequests } from "../day-requests";
import { createLooks } from "../day-state";
import type { AdKnobs } from "../knobs";
import { createQueryAt, runAdPipeline } from "../pipeline";
import type { AdServing } from "../serving";
import type { PacingDay } from "../study-schemas";
import { trueClick } from "../truth-of-request";
import type { AdPipeline } from "../types";
import type { StudyContext } from "./study";

const HOURS = 24;
const SHOWN_CAMPAIGNS = 6;
/** A day is many requests: the light ranker lets fewer pass. */
const LIGHT_LIMIT = 60;

type DayRun = {
  readonly budgets: Budgets;
  /** Before each hour, and at the end: money spent and multipliers, by campaign. */
  readonly spent: readonly Float64Array[];
  readonly multipliers: readonly Float64Array[];
  /** Campaigns that were out of budget before the last hour began. */
  readonly exhausted: number;
  readonly totals: { requests: number; filled: number; revenue: number; clicks: number; value: number };
};

async function runDay(
  serving: AdServing,
  pipeline: AdPipeline,
  knobs: AdKnobs,
  requests: number,
  isPaced: boolean,
  onRequest: (share: number) => Promise<void>,
): Promise<DayRun> {
  const { shelf, world } = serving;
  const { campaigns } = world.catalogue;
  const budgets = new Budgets(campaigns, isPaced);
  const spent = [budgets.spent.slice()];
  const multipliers = [budgets.multipliers.slice()];
  const totals = { requests: 0, filled: 0, revenue: 0, clicks: 0, value: 0 };
  const look = createLooks((day) => {
    budgets.look(trafficShareUntil(Math.min(day, Math.floor(day) + 1 - 1e-9)));
    while (spent.length <= Math.floor((day - serving.requests.day) * HOURS + 1e-9)) {
      spent.push(budgets.spent.slice());
      multipliers.push(budgets.multipliers.slice());
    }
  });
  const numbers = spreadRequests(serving.requests, requests);
  const weight = serving.requests.size / Math.max(1, numbers.length);
  for (const [i, number] of numbers.entries()) {
    look(serving.requests.at(number).day);
    const query = createQueryAt(serving, number, {
      spent: Float32Array.from(budgets.spent, (_, campaign) => budgets.spentShare(campaign)),
      multipliers: Float32Array.from(budgets.multipliers),
    });
    const { slate } = runAdPipeline(pipeline, query, knobs);
    totals.requests++;
    totals.filled += slate.length > 0 ? 1 : 0;
    for (const [place, ad] of slate.entries()) {
      const clicks = weight * trueClick(serving, query, ad, place + 1);
      const price = query.notes.prices.get(ad) ?? 0;
      const shelfPlace = shelf.placeOf[ad] as number;
      budgets.charge(shelf.campaigns[shelfPlace] as number, clicks * price);
      totals.revenue += clicks * price;
      totals.clicks += clicks;
      totals.value += clicks * (shelf.bids[shelfPlace] as number);
    }
    await onRequest(i / numbers.length);
  }
  while (spent.length <= HOURS) {
    spent.push(budgets.spent.slice());
    multipliers.push(budgets.multipliers.slice());
  }
  const before = spent[HOURS - 1];
  const running = new Set(shelf.campaigns);
  const exhausted = [...running].filter(
    (c) => (before?.[c] as number) >= (campaigns.dailyBudget[c] as number),
  ).length;
  return { budgets, spent, multipliers, exhausted: exhausted / Math.max(1, running.size), totals };
}

const sum = (values: Iterable<number>) => {
  let total = 0;
  for (const value of values) total += value;
  return total;
};

export async function studyPacing(
  serving: AdServing,
  pipeline: AdPipeline,
  { requests, knobs }: { readonly requests: number; readonly knobs: AdKnobs },
  { report, checkpoint }: StudyContext,
): Promise<PacingDay> {
  const { shelf, world } = serving;
  const { dailyBudget } = world.catalogue.campaigns;
  const lighter = { ...knobs, lightRankLimit: Math.min(knobs.lightRankLimit, LIGHT_LIMIT) };
  const run = (isPaced: boolean) =>
    runDay(serving, pipeline, lighter, requests, isPaced, async (share) => {
      report(isPaced ? "A day with pacing" : "A day without pacing", (share + (isPaced ? 1 : 0)) / 2);
      await checkpoint();
    });
  const unpaced = await run(false);
  const paced = await run(true);
  const running = [...new Set(shelf.campaigns)];
  const budget = sum(running.map((c) => dailyBudget[c] as number));
  const shares = ({ spent }: DayRun) => spent.map((money) => sum(money) / budget);
  const totalsOf = ({ totals, exhausted, spent }: DayRun) => ({
    ...totals,
    pricePerClick: totals.revenue / Math.max(1e-9, totals.clicks),
    spentShare: sum(spent.at(-1) ?? []) / budget,
    exhaustedShare: exhausted,
  });
  const ofCampaign = ({ spent }: DayRun, c: number) =>
    spent.map((money) => (money[c] as number) / (dailyBudget[c] as number));
  const top = running
    .sort((a, b) => (unpaced.budgets.spent[b] as number) - (unpaced.budgets.spent[a] as number))
    .slice(0, SHOWN_CAMPAIGNS);
  const hours = Array.from({ length: HOURS + 1 }, (_, hour) => hour);
  return {
    hours,
    curves: {
      requests: hours.map((hour) =>
        hour === HOURS ? 1 : trafficShareUntil(serving.requests.day + hour / HOURS),
      ),
      paced: shares(paced),
      unpaced: shares(unpaced),
    },
    campaigns: top.map((c) => ({
      campaign: `campaign ${String(c).padStart(4, "0")}`,
      budget: dailyBudget[c] as number,
      paced: ofCampaign(paced, c),
      unpaced: ofCampaign(unpaced, c),
      multiplier: paced.multipliers.map((multipliers) => multipliers[c] as number),
    })),
    paced: totalsOf(paced),
    unpaced: totalsOf(unpaced),
  };
}
