/** Keeping a share of the negatives: what it costs, and what happens to the probabilities with and without correction. */

import { createRandom } from "@/lib/random";
import { CORRECTION_NAMES, type CorrectionName } from "../names";
import { planAdDays } from "../plan";
import { keepNegatives, type RawRows, readRows, rowsBetween, thinRows } from "../rows";
import type { DownSampling } from "../study-schemas";
import { fitModel, type Studied, type StudyContext, type StudyWorld, tableOf } from "./study";

const clickRate = ({ labels, count }: RawRows) => labels.reduce((sum, label) => sum + label, 0) / count;

export async function studyDownSampling(
  study: StudyWorld,
  { rates, ...studied }: Studied & { readonly rates: readonly number[] },
  context: StudyContext,
): Promise<DownSampling> {
  const { world } = study;
  const all = thinRows(rowsBetween(world, 0, planAdDays(world).trainEnd), studied.rows);
  const encoder = study.encoderFor(studied.model, readRows(world, all));
  const { rows: test } = study.testRows();
  const encodedTest = encoder.encode(test);
  const points: DownSampling["points"] = [];
  for (const [r, rate] of rates.entries()) {
    const kept = keepNegatives(world, all, rate, createRandom(studied.seed).fork(`rate/${rate}`));
    const rows = readRows(world, kept);
    const train = tableOf(encoder, rows);
    const fitWith = async (correction: CorrectionName) => {
      const weights = Float32Array.from(rows.labels, (label) => (label === 1 ? 1 : 1 / rate));
      const fitted = await fitModel(
        {
          name: studied.model,
          shape: encoder.shape,
          train: correction === "weights" ? { ...train, weights } : train,
          keptRate: correction === "formula" ? rate : 1,
          seed: studied.seed,
        },
        context,
      );
      const quality = study.judge(test, await fitted.predict(encodedTest));
      return { correction, quality, seconds: fitted.seconds };
    };
    const methods: DownSampling["points"][number]["methods"] = [];
    for (const [m, correction] of CORRECTION_NAMES.entries()) {
      context.report(`Keeping ${rate} of the negatives`, (r + m / CORRECTION_NAMES.length) / rates.length);
      methods.push(await fitWith(correction));
    }
    points.push({ rate, rows: rows.count, clickRate: clickRate(rows), methods });
  }
  return { points, truth: study.truth() };
}
