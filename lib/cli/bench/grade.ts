/**
 * bench grade: scores short answers against reference answers and compares with the marks of people. One JSON object a
 * line, {question, references[] (or reference), answer, gold 0..1}; the lines of a question share one prepared bank.
 * QWK rounds both sides to six grades, 0 to 5; accuracy and macro-F1 cut both at 0.5.
 */
import * as z from "zod";
import {
  accuracyAt,
  macroF1,
  pearson,
  quadraticWeightedKappa,
  rootMeanSquareError,
} from "@/lib/evaluation/agreement";
import { auc } from "@/lib/evaluation/classification";
import {
  prepareReferences,
  type ReferenceScore,
  scoreAgainstReferences,
} from "@/lib/grading/alignment/score-against-references";
import { tokenise } from "@/lib/grading/text/tokens";
import { BadInput, readJsonLines } from "../jsonl";
import { parseOptions, UsageError } from "./arguments";

const text = z.string({ error: "must be a text" });
const lineSchema = z
  .object({
    question: text.default(""),
    references: z.array(text, { error: "must be a list of texts" }).optional(),
    reference: text.optional(),
    answer: text,
    gold: z.number({ error: "must be a number from 0 to 1" }).min(0).max(1),
  })
  .transform(({ reference, references, ...line }) => ({
    ...line,
    references: references ?? (reference === undefined ? [] : [reference]),
  }))
  .refine(({ references }) => references.some((one) => one.trim() !== ""), {
    path: ["references"],
    error: "needs at least one reference answer (references: [...], or reference: a text)",
  });
type Line = z.infer<typeof lineSchema>;

async function readLines(file: string): Promise<Line[]> {
  const lines: Line[] = [];
  try {
    for await (const line of readJsonLines(file, lineSchema)) lines.push(line);
  } catch (error) {
    if (error instanceof BadInput) throw new UsageError(error.message);
    throw error;
  }
  if (lines.length === 0) throw new UsageError(`${file}: no lines`);
  return lines;
}

/** Scores all lines; the time includes preparing each question once. */
function scoreAll(lines: readonly Line[]): { scores: ReferenceScore[]; milliseconds: number } {
  const banks = new Map<string, ReturnType<typeof prepareReferences>>();
  const start = performance.now();
  const scores = lines.map(({ question, references, answer }) => {
    const key = JSON.stringify([question, references]);
    const bank = banks.get(key) ?? prepareReferences(references, question);
    banks.set(key, bank);
    return scoreAgainstReferences(bank, answer);
  });
  return { scores, milliseconds: performance.now() - start };
}

const GRADES = 6;
const toGrade = (value: number) => Math.round(value * (GRADES - 1));
const half = (value: number) => (value >= 0.5 ? 1 : 0);

function countGates(scores: readonly ReferenceScore[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { gate } of scores) if (gate) counts[gate] = (counts[gate] ?? 0) + 1;
  return counts;
}

const rounded = (value: number) => (Number.isNaN(value) ? null : Math.round(value * 10_000) / 10_000);

export async function benchGrade(argv: readonly string[]): Promise<Record<string, unknown>> {
  const { file = "" } = parseOptions(argv, { file: { kind: "file" } });
  const lines = await readLines(file);
  console.error(`bench grade: ${lines.length} answers`);
  const { scores, milliseconds } = scoreAll(lines);
  const score = scores.map((found) => found.score);
  const gold = lines.map((line) => line.gold);
  const lengths = lines.map(({ answer }) => Math.log1p(tokenise(answer).length));
  return {
    bench: "grade",
    rows: lines.length,
    pearson: rounded(pearson(score, gold)),
    rmse: rounded(rootMeanSquareError(score, gold)),
    accuracy: rounded(accuracyAt(score, gold)),
    qwk: rounded(quadraticWeightedKappa(score.map(toGrade), gold.map(toGrade))),
    msPerAnswer: rounded(milliseconds / lines.length),
    macroF1: rounded(macroF1(gold.map(half), score.map(half))),
    auc: rounded(auc(gold.map(half), score)),
    lengthOnly: { pearson: rounded(pearson(lengths, gold)), auc: rounded(auc(gold.map(half), lengths)) },
    gates: countGates(scores),
    convention:
      "accuracy, macroF1 and auc cut gold at 0.5; qwk rounds both sides to 0..5; lengthOnly: log of words; null: undefined",
  };
}
