/**
 * The best ranking that judged queries alone give: candidates cross-validated over those queries, a blend chosen on
 * their held-out scores, and its parts trained again on all of them, each as an average over seeds.
 */
import type { WorkContext } from "../types";
import { binFeatures } from "./bins";
import { type Blend, chooseBlend } from "./blend";
import { type Plan, planFor } from "./candidates";
import { foldsFor, type Validation, validate } from "./cross-validation";
import { growTrees, modelOf, requireContrast } from "./lambda-mart";
import { trainLinear } from "./linear";
import { judge } from "./quality";
import type { RankData, RankModel } from "./rank-data";

export type FitReport = {
  readonly folds: number;
  /** NDCG@10 on held-out training queries that have a relevant row. */
  readonly validationNdcg10: number;
  readonly candidates: readonly { name: string; trees: number; ndcg10: number; share: number }[];
};

/** A fold lacks a part of the queries; with all of them a little more can be learnt before it is noise. */
const treesForAll = (trees: number, folds: number) => Math.round(trees * (1 + 0.5 / (folds - 1)));

/** Same data and seed: same model. Throws an AppError when no query has rows of different grades. */
export async function fitRanking(
  data: RankData,
  seed: number,
  context: WorkContext,
  plan: Plan = planFor(data, seed),
): Promise<{ model: RankModel; report: FitReport }> {
  requireContrast(data);
  const input = {
    data,
    binned: binFeatures(data),
    judgements: judge(data),
    folds: foldsFor(data, plan.folds, seed),
    maxTrees: plan.maxTrees,
  };
  const validations: Validation[] = [];
  for (const [c, candidate] of plan.candidates.entries()) {
    context.report(`Cross-validating: ${candidate.name}`, c / plan.candidates.length);
    validations.push(await validate(candidate, input, context.checkpoint));
  }
  const blend = chooseBlend(validations, input.judgements);
  const model = await trainBlend(data, blend, plan.members, input, context);
  const shareOf = (validation: Validation) =>
    blend.parts.find((part) => part.validation === validation)?.share ?? 0;
  const candidates = validations.map((validation) => ({
    name: validation.candidate.name,
    trees: validation.trees,
    ndcg10: validation.ndcg10,
    share: shareOf(validation),
  }));
  return { model, report: { folds: input.folds.length, validationNdcg10: blend.ndcg10, candidates } };
}

async function trainBlend(
  data: RankData,
  { parts }: Blend,
  members: number,
  { binned, folds }: { binned: ReturnType<typeof binFeatures>; folds: readonly unknown[] },
  { checkpoint, report }: WorkContext,
): Promise<RankModel> {
  const queries = data.offsets.subarray(1).map((_, q) => q);
  const models: { model: RankModel; weight: number; share: number }[] = [];
  for (const [p, { validation, share, scale }] of parts.entries()) {
    const { candidate, trees } = validation;
    report(`Training: ${candidate.name}`, p / parts.length);
    const weight = share * scale;
    if (candidate.kind === "linear") {
      models.push({ model: trainLinear(data, [...queries], candidate.penalty), weight, share });
      continue;
    }
    const options = {
      ...candidate.options,
      // A forest does not wear its signal out: its scores grow with its trees, and their scale is to stay.
      trees: candidate.options.isForest ? trees : treesForAll(trees, folds.length),
      members: Math.max(1, Math.round(members * share)),
    };
    const grown = await growTrees(data, binned, options, checkpoint);
    models.push({ model: modelOf(grown, data.width, options.members), weight, share });
  }
  return averageOf(models, data.width);
}

function averageOf(
  models: readonly { model: RankModel; weight: number; share: number }[],
  width: number,
): RankModel {
  const featureGains = new Float32Array(width);
  for (const { model, share } of models)
    model.featureGains.forEach((gain, f) => {
      featureGains[f] = (featureGains[f] as number) + share * gain;
    });
  return {
    featureGains,
    score(features, rows) {
      const total = new Float64Array(rows);
      for (const { model, weight } of models)
        model.score(features, rows).forEach((score, row) => {
          total[row] = (total[row] as number) + weight * score;
        });
      return Float32Array.from(total);
    },
  };
}
