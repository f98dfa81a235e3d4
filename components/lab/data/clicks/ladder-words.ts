/** What click data and a ladder of models mean, in sentences made from their numbers. */
import { type Ladder, MODEL_WORDS, MODELS } from "@/components/lab/data/clicks/clicks-view";
import { formatCount, formatMany, formatShare } from "@/components/lab/format";
import type { ClicksReading } from "@/lib/pipeline/workers/calls/clicks-calls";

type Summary = ClicksReading["summary"];

const FEW_ONES = 500;
const MOSTLY_ONCE = 0.5;
const MUCH_EMPTY = 0.2;
/** Below this share of the base rate's log loss a lead is noise on most files. */
const SMALL_LEAD = 0.002;

const join = (names: readonly string[]) =>
  names.length > 3 ? `${names.slice(0, 3).join(", ")} and ${names.length - 3} more` : names.join(", ");

/** What a reader should know about the rows before training on them. */
export function clicksNotes({ files, fields }: Summary): string[] {
  const notes: string[] = [];
  const ones = files.reduce((sum, file) => sum + file.ones, 0);
  const names = (test: (field: Summary["fields"][number]) => boolean) =>
    fields.filter(test).map(({ name }) => name);
  if (ones < FEW_ONES)
    notes.push(
      `Only ${formatMany(ones, "row was", "rows were")} clicked: differences between models will be within chance.`,
    );
  const once = names(({ onceShare }) => onceShare > MOSTLY_ONCE);
  if (once.length > 0)
    notes.push(
      `Most values of ${join(once)} come once. A value needs two training rows for a row of its own in the table; rarer ones share eight. Numbers that hardly repeat are cut into 50 quantiles.`,
    );
  const same = names(({ distinct }) => distinct === 1);
  if (same.length > 0) notes.push(`${join(same)} never changes: nothing can be learnt from it.`);
  const empty = names(({ emptyShare }) => emptyShare > MUCH_EMPTY);
  if (empty.length > 0)
    notes.push(`${join(empty)} is often empty. Emptiness is a value like others, and may tell something.`);
  return notes;
}

function describeBest({ base, rungs }: Ladder): string {
  const measured = MODELS.flatMap((model) => {
    const rung = rungs[model];
    return rung ? [{ name: MODEL_WORDS[model], rung }] : [];
  });
  const best = [...measured].sort((a, b) => a.rung.logLoss - b.rung.logLoss)[0];
  if (!best) return "";
  const gain = 1 - best.rung.logLoss / base.logLoss;
  return gain > SMALL_LEAD
    ? `${best.name} has the lowest log loss, ${formatShare(gain)} below the base rate's (${best.rung.logLoss.toFixed(4)} against ${base.logLoss.toFixed(4)}): so much do these features say.`
    : `No model is clearly better than giving everybody the base rate of ${formatShare(base.rate)}: these features say little about the click.`;
}

function describeCrosses({ base, rungs }: Ladder): string[] {
  const { lr, fm, dcn } = rungs;
  if (!lr || (!fm && !dcn)) return [];
  const [name, richer] =
    dcn && (!fm || dcn.logLoss <= fm.logLoss) ? ["DCN-v2", dcn] : ["The factorization machine", fm];
  if (!richer) return [];
  const lead = (lr.logLoss - richer.logLoss) / base.logLoss;
  if (lead > SMALL_LEAD)
    return [
      `Crosses of features matter: ${name === "DCN-v2" ? name : "the factorization machine"}, which learns them, lowers the log loss of logistic regression from ${lr.logLoss.toFixed(4)} to ${richer.logLoss.toFixed(4)}.`,
    ];
  return lead < -SMALL_LEAD
    ? [`${name} is worse than logistic regression here: more to learn from, or less model, would be better.`]
    : [
        `${name} and logistic regression cannot be told apart: here features act one by one, or the rows are too few to learn more.`,
      ];
}

function describeCalibration({ rungs }: Ladder): string[] {
  const changes = MODELS.flatMap((model) => {
    const rung = rungs[model];
    return rung ? [{ model, before: rung.uncalibrated.ece, after: rung.ece }] : [];
  });
  const largest = [...changes].sort((a, b) => b.before - b.after - (a.before - a.after))[0];
  if (!largest) return [];
  return [
    `Calibration keeps the order of rows, and so the AUC, and moves the probabilities: most for ${MODEL_WORDS[largest.model]}, whose error goes from ${largest.before.toFixed(4)} to ${largest.after.toFixed(4)}. An auction that multiplies a bid by a probability needs it; a ranking alone does not.`,
  ];
}

/** Sentences about what was measured so far. */
export function describeLadder(ladder: Ladder): string[] {
  const { base } = ladder;
  return [
    describeBest(ladder),
    ...describeCrosses(ladder),
    ...describeCalibration(ladder),
    `Learnt from ${formatCount(base.trainRows)} rows, stopped and calibrated on ${formatCount(base.validRows)}, measured on ${formatCount(base.testRows)}; ${formatMany(base.fields, "field")} in ${formatCount(base.tableRows)} rows of a table.`,
  ].filter((sentence) => sentence !== "");
}
