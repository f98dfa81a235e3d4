/** What judged documents and a ranking learnt from them mean, in sentences made from their numbers. */
import type { RankingRun } from "@/components/lab/data/ranking/ranking-view";
import { formatCount, formatMany, formatShare } from "@/components/lab/format";
import type { JudgedReading } from "@/lib/pipeline/workers/calls/rank-calls";

const FEW_QUERIES = 50;
/** A lead in NDCG@10 below this is chance on a few hundred queries. */
const SMALL_LEAD = 0.005;

/** What a reader should know before training. */
export function rankingNotes(files: JudgedReading["files"]): string[] {
  return files.flatMap(
    ({ name, queries, emptyQueries, evenQueries, constantFeatures, features, largestQuery }) => {
      const notes: string[] = [];
      if (queries < FEW_QUERIES)
        notes.push(
          `${name} has ${formatMany(queries, "query", "queries")}: what is measured on so few is mostly chance.`,
        );
      if (emptyQueries > 0)
        notes.push(
          `${formatMany(emptyQueries, "query", "queries")} of ${name} ${emptyQueries === 1 ? "has" : "have"} no relevant document. What such a query counts as is a convention, and moves every mean: compare only figures with the same one.`,
        );
      if (evenQueries > emptyQueries)
        notes.push(
          `In ${formatMany(evenQueries, "query", "queries")} of ${name} all documents have one grade: no order is better than another.`,
        );
      if (constantFeatures > 0)
        notes.push(
          `${formatCount(constantFeatures)} of ${formatCount(features)} columns of ${name} never change (column 0 is one of them where features count from 1).`,
        );
      if (largestQuery === 1) notes.push(`Every query of ${name} has one document: nothing can be ordered.`);
      return notes;
    },
  );
}

function describeLead({ result }: RankingRun): string {
  const { ndcg, bestFeature } = result;
  const lead = ndcg[10] - bestFeature.ndcg10;
  const both = `NDCG@10 ${ndcg[10].toFixed(4)} against ${bestFeature.ndcg10.toFixed(4)}`;
  const feature = `feature ${bestFeature.index}, ${bestFeature.direction === "descending" ? "largest" : "smallest"} first`;
  if (lead > SMALL_LEAD)
    return `Learning is worth ${lead.toFixed(3)}: ${both} for the best single feature (${feature}), which was picked on the training queries too.`;
  return lead < -SMALL_LEAD
    ? `The best single feature (${feature}) wins: ${both}. There is too little to learn from here.`
    : `The blend and the best single feature (${feature}) cannot be told apart: ${both}.`;
}

function describeChoice({ result }: RankingRun): string {
  const { candidates, folds, validationNdcg10 } = result.validation;
  const used = candidates.filter(({ share }) => share > 0).sort((a, b) => b.share - a.share);
  const names = used.map(({ name, share }) => `${name} (${formatShare(share)})`).join(", ");
  return `Of ${formatMany(candidates.length, "candidate")} tried in ${folds} folds, the blend took ${names}. On queries held out in training it reached ${validationNdcg10.toFixed(4)}, those without a relevant document left out.`;
}

export function describeRanking(run: RankingRun): string[] {
  const { result, choice } = run;
  const sentences = [
    describeLead(run),
    describeChoice(run),
    `Learnt from ${formatCount(result.trainRows)} documents of ${formatMany(result.trainQueries, "query", "queries")} in ${result.trainSeconds.toFixed(0)} s, measured on ${formatCount(result.rows)} of ${formatMany(result.queries, "query", "queries")}.`,
  ];
  if (result.emptyQueries > 0)
    sentences.push(
      `${formatMany(result.emptyQueries, "test query", "test queries")} without a relevant document ${result.emptyQueries === 1 ? "counts" : "count"} as ${choice.empty}: ${formatShare(result.emptyQueries / result.queries)} of the mean is that convention.`,
    );
  return sentences;
}
