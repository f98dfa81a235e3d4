/** How a model ages: new campaigns start and tastes drift. A frozen model beside one that learns up to the day before. */

import { firstRowOf, type RawRows } from "../rows";
import type { ModelAge } from "../study-schemas";
import { fitModel, type Studied, type StudyContext, type StudyWorld, tableOf } from "./study";

/** Days that are scored, and rows of each. */
const SCORED_DAYS = 6;
const JUDGED_A_DAY = 70_000;

/** Share of impressions by ads that were not shown before `day`. */
function unknownShare({ world }: StudyWorld, rows: RawRows, day: number): number {
  const { log } = world;
  const known = new Uint8Array(world.catalogue.creatives.size);
  const end = firstRowOf(world, day);
  for (let row = 0; row < end; row++) known[log.creative[row] as number] = 1;
  const unknown = rows.rows.filter((row) => known[log.creative[row] as number] === 0).length;
  return unknown / Math.max(1, rows.count);
}

/** A model of the `length` days before `end`. */
async function trainUntil(
  study: StudyWorld,
  studied: Studied,
  end: number,
  length: number,
  context: StudyContext,
) {
  const { rows, keptRate } = study.trainingRows(end - length, end, studied);
  const encoder = study.encoderFor(studied.model, rows);
  const options = { name: studied.model, shape: encoder.shape, keptRate, seed: studied.seed };
  const fitted = await fitModel({ ...options, train: tableOf(encoder, rows) }, context);
  return (judged: RawRows) => fitted.predict(encoder.encode(judged));
}

export async function studyModelAge(
  study: StudyWorld,
  studied: Studied,
  context: StudyContext,
): Promise<ModelAge> {
  const { days } = study.world.config;
  const frozenAt = Math.max(1, days - SCORED_DAYS);
  context.report("Training the model that will age", 0);
  const frozen = await trainUntil(study, studied, frozenAt, frozenAt, context);
  const points: ModelAge["points"] = [];
  for (let day = frozenAt; day < days; day++) {
    context.report(`Day ${day}`, (day - frozenAt + 1) / (days - frozenAt + 1));
    const fresh = await trainUntil(study, studied, day, frozenAt, context);
    const { rows, truth } = study.judgedRows(day, day + 1, JUDGED_A_DAY);
    points.push({
      ageDays: day - frozenAt,
      rows: rows.count,
      frozen: study.judge(rows, await frozen(rows)),
      fresh: study.judge(rows, await fresh(rows)),
      truth: study.judge(rows, truth),
      unknownAds: unknownShare(study, rows, frozenAt),
    });
  }
  return { points };
}
