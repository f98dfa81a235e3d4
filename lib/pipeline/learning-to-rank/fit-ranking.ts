/**
 * The best ranking that judged queries alone give: candidates cross-validated over those queries, a blend chosen on
 * their held-out scores, and its parts trained again on all of them, each as an average over seeds.
 */
import type { Checkpoint } from "../types";
import { binFeatures } from "./bins";
import { type Blend, chooseBlend } from "./blend";
import { allQueries } from "./boosting";
import { type Candidate, type Plan, planFor } from "./candidates";
import {
  type FeatureTable,
  foldsFor,
  tableOf,
  type Validation,
  type ValidationInput,
  validate,
} from "./cross-validation";
import { growTrees, modelOf, requireContrast } from "./lambda-mart";
import { trainLinear } from "./linear";
import { judge } from "./quality";
import type { RankData, RankModel } from "./rank-data";
import { addDeviations, findVarying, mergeGains } from "./relative-features";

export type FitContext = {
  readonly checkpoint: Checkpoint;
  report(activity: string, fraction: number): void;
};

/** A model that looks at whole queries. */
export type Ranking = {
  /** One score a row of `data`, which is as wide as the training data; compares only within one query. */
  score(data: RankData): Float32Array;
  /** What each feature's splits gained in all, as a share of 1; [width]. */
  readonly featureGains: Float32Array;
};

export type FitReport = {
  readonly folds: number;
  /** How often the queries were dealt to them. */
  readonly deals: number;
  /** NDCG@10 on held-out training queries that have a relevant row. */
  readonly validationNdcg10: number;
  readonly candidates: readonly { name: string; trees: number; ndcg10: number; share: number }[];
};

/** A fold lacks a part of the queries; with all of them a little more can be learnt before it is noise. */
const treesForAll = (trees: number, folds: number) => Math.round(trees * (1 + 0.5 / (folds - 1)));

function prepare(data: RankData, plan: Plan, varying: Int32Array, seed: number): ValidationInput {
  const tableFor = (data: RankData): FeatureTable => ({ data, binned: binFeatures(data) });
  const plain = tableFor(data);
  return {
    plain,
    relative: varying.length > 0 ? tableFor(addDeviations(data, varying)) : plain,
    judgements: judge(data),
    folds: foldsFor(data, plan.folds, plan.deals, seed),
    deals: plan.deals,
    maxTrees: plan.maxTrees,
  };
}

const isRelative = (candidate: Candidate) => candidate.kind === "trees" && candidate.isRelative;

/** Same data and seed: same model. Throws an AppError when no query has rows of different grades. */
export async function fitRanking(
  data: RankData,
  seed: number,
  context: FitContext,
  plan: Plan = planFor(data, seed),
): Promise<{ model: Ranking; report: FitReport }> {
  requireContrast(data);
  const varying = plan.candidates.some(isRelative) ? findVarying(data) : new Int32Array();
  const input = prepare(data, plan, varying, seed);
  const validations: Validation[] = [];
  for (const [c, candidate] of plan.candidates.entries()) {
    context.report(`Cross-validating: ${candidate.name}`, c / plan.candidates.length);
    validations.push(await validate(candidate, input, context.checkpoint));
  }
  const blend = chooseBlend(validations, input.judgements);
  const models = await trainBlend(blend, plan, input, context);
  const shareOf = (validation: Validation) =>
    blend.parts.find((part) => part.validation === validation)?.share ?? 0;
  const candidates = validations.map((validation) => ({
    name: validation.candidate.name,
    trees: validation.trees,
    ndcg10: validation.ndcg10,
    share: shareOf(validation),
  }));
  const report = { folds: plan.folds, deals: plan.deals, validationNdcg10: blend.ndcg10, candidates };
  return { model: averageOf(models, data.width, varying), report };
}

type Part = {
  readonly model: RankModel;
  readonly isRelative: boolean;
  readonly weight: number;
  readonly share: number;
};

async function trainBlend(
  { parts }: Blend,
  plan: Plan,
  input: ValidationInput,
  { checkpoint, report }: FitContext,
): Promise<Part[]> {
  const models: Part[] = [];
  for (const [p, { validation, share, scale }] of parts.entries()) {
    const { candidate } = validation;
    report(`Training: ${candidate.name}`, p / parts.length);
    const members = Math.max(1, Math.round(plan.members * share));
    const model = await trainCandidate(validation, members, plan.folds, input, checkpoint);
    models.push({ model, isRelative: isRelative(candidate), weight: share * scale, share });
  }
  return models;
}

/** On all queries, averaged over `members` seeds. */
async function trainCandidate(
  { candidate, trees }: Validation,
  members: number,
  folds: number,
  input: ValidationInput,
  checkpoint: Checkpoint,
): Promise<RankModel> {
  const { data, binned } = tableOf(candidate, input);
  if (candidate.kind === "linear") return trainLinear(data, allQueries(data), candidate.penalty);
  const options = {
    ...candidate.options,
    // A forest does not wear its signal out: its scores grow with its trees, and their scale is to stay.
    trees: candidate.options.isForest ? trees : treesForAll(trees, folds),
    members,
  };
  return modelOf(await growTrees(data, binned, options, checkpoint), data.width, members);
}

/** Some models see the features alone, some also the deviations of the `varying` ones. */
function averageOf(models: readonly Part[], width: number, varying: Int32Array): Ranking {
  const featureGains = new Float32Array(width);
  for (const { model, share } of models)
    mergeGains(model.featureGains, varying, width).forEach((gain, f) => {
      featureGains[f] = (featureGains[f] as number) + share * gain;
    });
  return {
    featureGains,
    score(data) {
      const rows = data.grades.length;
      const wide = models.some((model) => model.isRelative) ? addDeviations(data, varying) : data;
      const total = new Float64Array(rows);
      for (const { model, isRelative, weight } of models)
        model.score((isRelative ? wide : data).features, rows).forEach((score, row) => {
          total[row] = (total[row] as number) + weight * score;
        });
      return Float32Array.from(total);
    },
  };
}
