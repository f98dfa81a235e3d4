/**
 * Progressive validation (Blum, Kalai and Langford, 1999): every day is scored before the model learns from it, so all of
 * the data judges and none of it was seen. Beside it a random split, which lets a model learn from the day it is judged on.
 */
import { expectedExcess } from "@/lib/evaluation/classification";
import { createRandom } from "@/lib/random";
import type { TabularModel } from "../../ranking/tabular-model";
import { readRows, rowsBetween, thinRows, trueClicks } from "../rows";
import type { Progressive } from "../study-schemas";
import { fitModel, type Studied, type StudyContext, type StudyWorld, tableOf } from "./study";

/** Impressions of each day that are scored. */
const JUDGED_A_DAY = 30_000;
const HELD_OUT = 0.1;

async function scoreDays(study: StudyWorld, studied: Studied, context: StudyContext) {
  const { world } = study;
  const { days } = world.config;
  const first = study.trainingRows(0, 1, studied).rows;
  const encoder = study.encoderFor(studied.model, first);
  const limit = Math.ceil(studied.rows / days);
  const results: Progressive["days"] = [];
  const all = { labels: [] as number[], predictions: [] as number[], truth: [] as number[] };
  let model: TabularModel | undefined;
  for (let day = 0; day < days; day++) {
    context.report(`Day ${day}: scored, then learnt`, (0.7 * day) / days);
    const options = { name: studied.model, shape: encoder.shape, seed: studied.seed };
    if (model) {
      const { rows, truth } = study.judgedRows(day, day + 1, JUDGED_A_DAY);
      const keptRate = study.keptRate(day - 1, day, limit);
      const known = await fitModel(
        { ...options, keptRate, train: tableOf(encoder, rows), model, epochs: 0 },
        context,
      );
      const predictions = await known.predict(encoder.encode(rows));
      results.push({
        day,
        rows: rows.count,
        quality: study.judge(rows, predictions),
        truth: study.judge(rows, truth),
      });
      all.labels.push(...rows.labels);
      all.predictions.push(...predictions);
      all.truth.push(...truth);
    }
    const { rows, keptRate } = study.trainingRows(day, day + 1, { ...studied, rows: limit });
    const today = { ...options, keptRate, train: tableOf(encoder, rows), epochs: 1 };
    ({ model } = await fitModel(model ? { ...today, model } : today, context));
  }
  return { days: results, all };
}

/** The same model on a random tenth of all rows, trained on the others. */
async function scoreRandomly(study: StudyWorld, studied: Studied, context: StudyContext) {
  const { world } = study;
  const draws = createRandom(studied.seed).fork("split");
  const rows = thinRows(rowsBetween(world, 0, world.config.days), studied.rows * 4);
  const isHeldOut = Array.from(rows, () => draws.next() < HELD_OUT);
  const train = readRows(
    world,
    rows.filter((_, i) => !isHeldOut[i]),
  );
  const test = readRows(
    world,
    rows.filter((_, i) => isHeldOut[i]),
  );
  const encoder = study.encoderFor(studied.model, train);
  const options = { name: studied.model, shape: encoder.shape, keptRate: 1, seed: studied.seed, epochs: 2 };
  const fitted = await fitModel({ ...options, train: tableOf(encoder, train) }, context);
  return {
    test,
    predictions: await fitted.predict(encoder.encode(test)),
    truth: trueClicks(world, test.rows),
  };
}

export async function studyProgressive(
  study: StudyWorld,
  studied: Studied,
  context: StudyContext,
): Promise<Progressive> {
  const { days, all } = await scoreDays(study, studied, context);
  context.report("A random split", 0.75);
  const { test, predictions, truth } = await scoreRandomly(study, studied, context);
  const labels = Int32Array.from(all.labels);
  return {
    days,
    progressive: study.judge({ labels }, all.predictions),
    random: study.judge(test, predictions),
    progressiveTruth: study.judge({ labels }, all.truth).logLoss,
    randomTruth: study.judge(test, truth).logLoss,
    progressiveOverTruth: expectedExcess(all.truth, all.predictions),
    randomOverTruth: expectedExcess(truth, predictions),
  };
}
