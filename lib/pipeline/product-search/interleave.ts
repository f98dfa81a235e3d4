/**
 * Two pipelines in front of the same shoppers: team-draft interleaving as pages come in, and what an A/B test on the
 * share of pages with a click would need to see the same difference.
 */
import { sampleSizePerArm, USUAL_PLAN, zSumSquared } from "@/lib/evaluation/experiments";
import {
  type InterleavingCounts,
  interleavingPreference,
  interleavingStandardError,
  teamDraft,
  winnerOfPage,
} from "@/lib/evaluation/interleaving";
import { NORMAL_QUANTILE_975 } from "@/lib/evaluation/intervals";
import { createRandom, type Random } from "@/lib/random";
import { cumulative, drawFrom } from "@/lib/worlds/sampling";
import { PAGE_SIZE } from "@/lib/worlds/search/types";
import { runPipeline } from "../run";
import type { StudyHooks } from "./compare-labels";
import type { SearchKnobs } from "./knobs";
import type { Interleaving } from "./measures";
import { listQuality, meanOf, testTruths } from "./quality";
import type { SearchServing } from "./serving";
import { clickPage, expectClicks } from "./shoppers";
import type { Pipeline } from "./types";

export type InterleaveOptions = {
  readonly left: SearchKnobs;
  readonly right: SearchKnobs;
  readonly impressions: number;
  readonly seed: number;
};

const QUERIES = 240;
const FIRST_POINT = 50;
const GROWTH = 1.35;
const PAGES_PER_CHECKPOINT = 500;
const PEOPLE = 1_000_000;

type Pages = { readonly query: number; readonly left: Int32Array; readonly right: Int32Array };
type Point = Interleaving["curve"][number];

function pointOf(counts: InterleavingCounts): Point {
  const mean = interleavingPreference(counts);
  const half = NORMAL_QUANTILE_975 * interleavingStandardError(counts);
  return {
    impressions: counts.winsA + counts.winsB + counts.ties,
    leftWins: counts.winsA,
    rightWins: counts.winsB,
    ties: counts.ties,
    preference: { mean, low: mean - half, high: mean + half },
  };
}

/** Numbers of pages at which the curve has a point: each a third more than the one before, and the last. */
function pointsUntil(impressions: number): Set<number> {
  const points = new Set([impressions]);
  for (let at = FIRST_POINT; at < impressions; at *= GROWTH) points.add(Math.round(at));
  return points;
}

async function collectPages(
  { scene: { world } }: SearchServing,
  pipeline: Pipeline,
  { left, right }: InterleaveOptions,
  { checkpoint, onProgress }: StudyHooks,
): Promise<Pages[]> {
  const truths = testTruths(world, QUERIES);
  const pages: Pages[] = [];
  for (const { query } of truths) {
    const asked = { text: world.queries.text[query] as string, queryId: query, prepared: null };
    const page = (knobs: SearchKnobs) => runPipeline(pipeline, asked, knobs).slate.slice(0, PAGE_SIZE);
    pages.push({ query, left: page(left), right: page(right) });
    if (pages.length % 10 > 0) continue;
    onProgress((0.5 * pages.length) / truths.length);
    await checkpoint();
  }
  return pages;
}

async function runInterleaving(
  { scene: { world } }: SearchServing,
  pages: readonly Pages[],
  impressions: number,
  random: Random,
  { checkpoint, onProgress }: StudyHooks,
): Promise<Point[]> {
  // Queries come as often as they do in the shop.
  const traffic = cumulative(pages.map(({ query }) => world.truth.intents.share[query] as number));
  const counts = { winsA: 0, winsB: 0, ties: 0 };
  const points = pointsUntil(impressions);
  const curve: Point[] = [];
  for (let shown = 1; shown <= impressions; shown++) {
    const { query, left, right } = pages[drawFrom(traffic, random)] as Pages;
    const page = teamDraft(left, right, PAGE_SIZE, random);
    const winner = winnerOfPage(page, clickPage(world, query, page.items, random.integer(PEOPLE), random));
    if (winner > 0) counts.winsA++;
    else if (winner < 0) counts.winsB++;
    else counts.ties++;
    if (points.has(shown)) curve.push(pointOf(counts));
    if (shown % PAGES_PER_CHECKPOINT > 0) continue;
    onProgress(0.5 + (0.5 * shown) / impressions);
    await checkpoint();
  }
  return curve;
}

/** The same difference in the share of pages with a click, weighted by traffic, and the pages it takes to see it. */
function planExperiment(
  { scene: { world } }: SearchServing,
  pages: readonly Pages[],
  last: Point,
): Interleaving["experiment"] {
  const shares = pages.map(({ query }) => world.truth.intents.share[query] as number);
  const total = shares.reduce((sum, share) => sum + share, 0);
  const rateOf = (side: "left" | "right") =>
    pages.reduce(
      (sum, page, i) => sum + (shares[i] as number) * expectClicks(world, page.query, page[side]).anyClick,
      0,
    ) / total;
  const [leftRate, rightRate] = [rateOf("left"), rateOf("right")];
  const effect = leftRate / rightRate - 1;
  const { impressions, leftWins, rightWins } = last;
  const delta = last.preference.mean;
  const variance = (leftWins + rightWins) / impressions / 4 - delta ** 2;
  return {
    leftRate,
    rightRate,
    pagesPerArm: effect === 0 ? null : Math.ceil(sampleSizePerArm(rightRate, effect)),
    interleavedPages: delta === 0 ? null : Math.ceil((zSumSquared(USUAL_PLAN) * variance) / delta ** 2),
  };
}

/** @throws what the checkpoint throws. */
export async function interleave(
  serving: SearchServing,
  pipeline: Pipeline,
  options: InterleaveOptions,
  hooks: StudyHooks,
): Promise<Interleaving> {
  const { world } = serving.scene;
  const pages = await collectPages(serving, pipeline, options, hooks);
  const random = createRandom(options.seed).fork("interleaving");
  const curve = await runInterleaving(serving, pages, options.impressions, random, hooks);
  const isDecided = ({ preference: { low, high } }: Point) => low > 0 || high < 0;
  const truths = new Map(testTruths(world, QUERIES).map((truth) => [truth.query, truth]));
  const ndcgOf = (side: "left" | "right") =>
    meanOf(
      pages.flatMap((page) => {
        const truth = truths.get(page.query);
        return truth ? [listQuality(world, truth, page[side]).ndcg10] : [];
      }),
    );
  return {
    curve,
    decidedAt: curve.find(isDecided)?.impressions ?? null,
    ndcg10: { left: ndcgOf("left"), right: ndcgOf("right") },
    experiment: planExperiment(serving, pages, curve[curve.length - 1] as Point),
  };
}
