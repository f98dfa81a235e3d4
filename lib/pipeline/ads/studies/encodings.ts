/** Five ways to read an id, each trained on the same rows without the counters' click rates: one-hot, hashing, and targets. */
import { CATEGORICAL_FEATURES } from "@/lib/worlds/ads/features";
import type { ClickTable } from "../../clicks/click-table";
import type { AdEncoder } from "../encoder";
import { planAdDays } from "../plan";
import { CODE_COUNT, dayOfRow, type RawRows } from "../rows";
import { ENCODING_NAMES, type Encodings } from "../study-schemas";
import { COUNTER_RATES } from "./counter-rates";
import { fitModel, type Studied, type StudyContext, type StudyWorld, tableOf } from "./study";
import { encodeLaterTargets, encodeTrainingTargets, type TargetStrategy } from "./target-encoding";

type EncodingName = (typeof ENCODING_NAMES)[number];
const IDS = CATEGORICAL_FEATURES.flatMap(({ values, isPlacement }, f) =>
  values === null && !isPlacement ? [f] : [],
);
/** Few enough for ids to meet. */
const HASH_BITS = 11;
const TARGETS: Partial<Record<EncodingName, TargetStrategy>> = {
  "target-leaky": "leaky",
  "target-out-of-fold": "out-of-fold",
  "target-by-time": "by-time",
};

const idsOf = ({ codes, count }: RawRows, feature: number) =>
  Int32Array.from({ length: count }, (_, i) => codes[i * CODE_COUNT + feature] as number);

/** Mean and deviation of a column. */
function standardisation(column: Float32Array) {
  const mean = column.reduce((sum, x) => sum + x, 0) / column.length;
  const variance = column.reduce((sum, x) => sum + (x - mean) ** 2, 0) / column.length;
  return (x: number) => (x - mean) / Math.sqrt(variance + 1e-6);
}

/** The table with columns behind its numbers. */
function appendColumns(table: ClickTable, width: number, columns: readonly Float32Array[]): ClickTable {
  const wide = width + columns.length;
  const dense = new Float32Array(table.count * wide);
  for (let i = 0; i < table.count; i++) {
    if (table.dense) dense.set(table.dense.subarray(i * width, (i + 1) * width), i * wide);
    for (const [c, column] of columns.entries()) dense[i * wide + width + c] = column[i] as number;
  }
  return { ...table, dense };
}

type Tables = {
  readonly encoder: AdEncoder;
  readonly shape: AdEncoder["shape"];
  readonly train: ClickTable;
  readonly test: ClickTable;
};

function buildTables(
  study: StudyWorld,
  studied: Studied,
  encoding: EncodingName,
  train: RawRows,
  test: RawRows,
): Tables {
  const strategy = TARGETS[encoding];
  const ids = strategy ? "none" : encoding === "one-hot" ? "exact" : "hashed";
  const options = { ids, hashBits: HASH_BITS, without: COUNTER_RATES } as const;
  const encoder = study.encoderFor(studied.model, train, options);
  const tables = { train: tableOf(encoder, train), test: tableOf(encoder, test) };
  if (!strategy) return { encoder, shape: encoder.shape, ...tables };
  const days = Int32Array.from(train.rows, (row) => Math.floor(dayOfRow(study.world, row)));
  const columns = IDS.map((feature) => {
    const [known, later] = [idsOf(train, feature), idsOf(test, feature)];
    const ofTrain = encodeTrainingTargets(known, train.labels, days, strategy);
    const scale = standardisation(ofTrain);
    const ofTest = encodeLaterTargets(known, train.labels, later);
    return { train: ofTrain.map(scale), test: ofTest.map(scale) };
  });
  const width = encoder.denseFeatures;
  return {
    encoder,
    shape: { ...encoder.shape, denseFeatures: width + columns.length },
    train: appendColumns(
      tables.train,
      width,
      columns.map((column) => column.train),
    ),
    test: appendColumns(
      tables.test,
      width,
      columns.map((column) => column.test),
    ),
  };
}

export async function studyEncodings(
  study: StudyWorld,
  studied: Studied,
  context: StudyContext,
): Promise<Encodings> {
  const { rows: train, keptRate } = study.trainingRows(0, planAdDays(study.world).trainEnd, studied);
  const { rows: test } = study.testRows();
  const encodings: Encodings["encodings"] = [];
  for (const [i, encoding] of ENCODING_NAMES.entries()) {
    context.report(`Training with ${encoding}`, i / ENCODING_NAMES.length);
    const tables = buildTables(study, studied, encoding, train, test);
    const options = { name: studied.model, shape: tables.shape, seed: studied.seed };
    const fitted = await fitModel({ ...options, keptRate, train: tables.train }, context);
    // The training rows are judged in the space of the sample, where they are.
    const sampled = await fitModel(
      { ...options, keptRate: 1, train: tables.train, model: fitted.model, epochs: 0 },
      context,
    );
    encodings.push({
      encoding,
      rows: train.count,
      parameters: fitted.parameters,
      seconds: fitted.seconds,
      quality: study.judge(test, await fitted.predict(tables.test)),
      train: study.judgeSample(train, await sampled.predict(tables.train)),
    });
  }
  return { encodings, truth: study.truth() };
}
