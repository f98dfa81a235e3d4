/** How large the shared table of ids must be: collisions and memory against quality, each size trained anew. */
import { CATEGORICAL_FEATURES } from "@/lib/worlds/ads/features";
import { hashCode } from "../encoder";
import { planAdDays } from "../plan";
import { CODE_COUNT, type RawRows } from "../rows";
import type { HashSizes } from "../study-schemas";
import { COUNTER_RATES } from "./counter-rates";
import { fitModel, type Studied, type StudyContext, type StudyWorld, tableOf } from "./study";

const BYTES = 4;

/** Different values of the hashed features, as [place among the model's fields, code]. */
function distinctIds({ codes, count }: RawRows): [number, number][] {
  const ids: [number, number][] = [];
  let field = 0;
  for (const [f, { values, isPlacement }] of CATEGORICAL_FEATURES.entries()) {
    if (isPlacement) continue;
    if (values === null) {
      const seen = new Set<number>();
      for (let i = 0; i < count; i++) seen.add(codes[i * CODE_COUNT + f] as number);
      for (const code of seen) ids.push([field, code]);
    }
    field++;
  }
  return ids;
}

/** Share of the values that share their row with another one. */
export function collidedShare(ids: readonly (readonly [number, number])[], bits: number): number {
  const users = new Map<number, number>();
  const rowOf = ([field, code]: readonly [number, number]) => hashCode(field, code) & ((1 << bits) - 1);
  for (const id of ids) users.set(rowOf(id), (users.get(rowOf(id)) ?? 0) + 1);
  return ids.filter((id) => (users.get(rowOf(id)) ?? 0) > 1).length / Math.max(1, ids.length);
}

export async function studyHashSize(
  study: StudyWorld,
  { bits, ...studied }: Studied & { readonly bits: readonly number[] },
  context: StudyContext,
): Promise<HashSizes> {
  const { rows: train, keptRate } = study.trainingRows(0, planAdDays(study.world).trainEnd, studied);
  const { rows: test } = study.testRows();
  const ids = distinctIds(train);
  const points: HashSizes["points"] = [];
  for (const [i, size] of bits.entries()) {
    context.report(`Training with 2^${size} rows`, i / bits.length);
    // Without the counters' rates the ids have to carry what an ad or a site is worth.
    const encoder = study.encoderFor(studied.model, train, { hashBits: size, without: COUNTER_RATES });
    const options = { name: studied.model, shape: encoder.shape, keptRate, seed: studied.seed };
    const fitted = await fitModel({ ...options, train: tableOf(encoder, train) }, context);
    const tables = fitted.model.dense.entries().filter(([name]) => name === "table" || name === "linear");
    points.push({
      rows: 2 ** size,
      collided: collidedShare(ids, size),
      tableBytes: tables.reduce((sum, [, values]) => sum + values.length * BYTES, 0),
      parameters: fitted.parameters,
      quality: study.judge(test, await fitted.predict(encoder.encode(test))),
      seconds: fitted.seconds,
    });
  }
  return { values: ids.length, points, truth: study.truth() };
}
