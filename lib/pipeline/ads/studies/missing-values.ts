/** Four ways to read a missing number, each trained on the same rows: drop the row, mean, mean with a flag, buckets. */
import { NUMERIC_FEATURES } from "@/lib/worlds/ads/features";
import { planAdDays } from "../plan";
import { NUMBER_COUNT, type RawRows, readRows } from "../rows";
import { MISSING_STRATEGIES, type MissingValues } from "../study-schemas";
import { fitModel, type Studied, type StudyContext, type StudyWorld, tableOf } from "./study";

type Strategy = (typeof MISSING_STRATEGIES)[number];
const ENCODINGS = { drop: "mean", mean: "mean", indicator: "indicator", bucket: "bucket" } as const;

const isMissing = ({ numbers }: RawRows, row: number, f: number) =>
  Number.isNaN(numbers[row * NUMBER_COUNT + f] as number);

/** How often each number is missing in all impressions of a day, and whether that says something about clicks. */
function describeColumns(rows: RawRows): MissingValues["columns"] {
  return NUMERIC_FEATURES.flatMap(({ label, missing }, f) => {
    if (missing === null) return [];
    const counts = { missing: 0, clicksMissing: 0, clicksPresent: 0 };
    for (let i = 0; i < rows.count; i++) {
      const clicked = rows.labels[i] as number;
      if (isMissing(rows, i, f)) {
        counts.missing++;
        counts.clicksMissing += clicked;
      } else counts.clicksPresent += clicked;
    }
    return {
      name: label,
      missing: counts.missing / rows.count,
      clickRateMissing: counts.clicksMissing / Math.max(1, counts.missing),
      clickRatePresent: counts.clicksPresent / Math.max(1, rows.count - counts.missing),
    };
  });
}

/** Rows without a missing number. */
function completeRows(study: StudyWorld, rows: RawRows): RawRows {
  const complete = rows.rows.filter((_, i) =>
    NUMERIC_FEATURES.every((_feature, f) => !isMissing(rows, i, f)),
  );
  return readRows(study.world, complete);
}

export async function studyMissingValues(
  study: StudyWorld,
  studied: Studied,
  context: StudyContext,
): Promise<MissingValues> {
  const { rows: train, keptRate } = study.trainingRows(0, planAdDays(study.world).trainEnd, studied);
  const { rows: test } = study.testRows();
  const measure = async (strategy: Strategy) => {
    const used = strategy === "drop" ? completeRows(study, train) : train;
    const encoder = study.encoderFor(studied.model, used, { missing: ENCODINGS[strategy] });
    const options = { name: studied.model, shape: encoder.shape, keptRate, seed: studied.seed };
    const fitted = await fitModel({ ...options, train: tableOf(encoder, used) }, context);
    const quality = study.judge(test, await fitted.predict(encoder.encode(test)));
    return { strategy, rows: used.count, parameters: fitted.parameters, quality, seconds: fitted.seconds };
  };
  const strategies: MissingValues["strategies"] = [];
  for (const [i, strategy] of MISSING_STRATEGIES.entries()) {
    context.report(`Missing values: ${strategy}`, i / MISSING_STRATEGIES.length);
    strategies.push(await measure(strategy));
  }
  return { columns: describeColumns(test), strategies, truth: study.truth() };
}
