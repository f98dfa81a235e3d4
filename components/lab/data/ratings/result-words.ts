/** What measured runs mean, in sentences made from their numbers. */
import type { RatingsView, Run } from "@/components/lab/data/ratings/ratings-view";
import { formatCount, formatShare } from "@/components/lab/format";

/** A gain beyond this many standard errors is not chance, for all practical purposes. */
const CERTAIN = 2;

const ndcg = (value: number) => value.toFixed(3);

function describePopularity({ result, choice }: Run): string {
  const { pipeline, popularity, gains } = result;
  const both = `NDCG@${choice.k} ${ndcg(pipeline.ndcg)} against ${ndcg(popularity.ndcg)}`;
  const { mean, standardError } = gains.overPopularity;
  if (mean > CERTAIN * standardError) {
    const times = pipeline.ndcg / Math.max(1e-9, popularity.ndcg);
    const words =
      times >= 1.95 ? `${times.toFixed(1)} times as good as` : `${formatShare(times - 1)} better than`;
    return `Knowing the person is worth something: the pipeline is ${words} showing everyone what is popular (${both}).`;
  }
  return mean < -CERTAIN * standardError
    ? `Popularity wins here (${both}): these ratings say little about the person that the crowd does not say already.`
    : `The pipeline and popularity cannot be told apart here (${both}; the difference is within two standard errors).`;
}

function describeRanking({ result, choice }: Run): string {
  const { pipeline, retrieval, gains } = result;
  const { mean, standardError } = gains.overRetrieval;
  const error = `${mean < 0 ? "−" : "+"}${Math.abs(mean).toFixed(3)} ± ${(CERTAIN * standardError).toFixed(3)}`;
  if (mean > CERTAIN * standardError)
    return `Ranking earns its keep: it lifts the first stage from ${ndcg(retrieval.ndcg)} to ${ndcg(pipeline.ndcg)} (${error} NDCG@${choice.k}, user by user).`;
  return mean < -CERTAIN * standardError
    ? `Ranking does harm here: ${ndcg(retrieval.ndcg)} before it, ${ndcg(pipeline.ndcg)} after it (${error}).`
    : `Ranking changes little here (${error} NDCG@${choice.k}): with this many ratings the difference is within chance.`;
}

function describeRecall({ result }: Run): string {
  const { recallAt200 } = result.retrieval;
  return `The first stage has ${formatShare(recallAt200)} of the held-out items among its 200 candidates; no ranking can bring back the other ${formatShare(1 - recallAt200)}.`;
}

/** Sentences about one run. */
export function describeRun(run: Run): string[] {
  const { users, items, trainRows, testRows, trainSeconds } = run.result;
  return [
    describePopularity(run),
    describeRanking(run),
    describeRecall(run),
    `Learnt from ${formatCount(trainRows)} ratings of ${formatCount(items)} items by ${formatCount(users)} users in ${trainSeconds.toFixed(0)} s, measured on ${formatCount(testRows)}.`,
  ];
}

/** What the two splits say together; null until both were run with the same protocol. */
export function compareSplits({ item, time }: RatingsView["runs"]): string | null {
  if (!item || !time) return null;
  const { seed: _item, ...itemChoice } = item.choice;
  const { seed: _time, ...timeChoice } = time.choice;
  if (JSON.stringify(itemChoice) !== JSON.stringify(timeChoice))
    return "The two runs used different protocols: train one again before comparing them.";
  const random = item.result.pipeline.ndcg;
  const later = time.result.pipeline.ndcg;
  const share = (run: Run) => run.result.popularity.ndcg / Math.max(1e-9, run.result.pipeline.ndcg);
  const head =
    later < random
      ? `On the time split NDCG@${time.choice.k} is ${ndcg(later)}, on the random split ${ndcg(random)}. The random one flatters: it hides ratings among others of the same evening, which give them away.`
      : `On the time split NDCG@${time.choice.k} is ${ndcg(later)}, on the random split ${ndcg(random)}: here the future is no harder to tell than the past, often because those who rate last rate much.`;
  return `${head} Popularity reaches ${formatShare(share(time))} of the pipeline on the time split and ${formatShare(share(item))} on the random one. Judge a design by the time split; compare with published tables on the random one.`;
}
