/** A first look at a file of judged documents. */
import { AppError } from "@/lib/errors";
import { readSample } from "./line-reader";
import { readSvmlight } from "./svmlight";

const LOOKED_AT = 2_000;
const SHOWN_LINES = 5;
const SHOWN_LENGTH = 160;

export type JudgedInspection = {
  readonly firstLines: readonly string[];
  readonly hasQueries: boolean;
  readonly rows: number;
  readonly highestGrade: number;
  readonly lastFeature: number;
};

/** Throws an AppError that names the file when none of its first lines is a judged document. */
export async function inspectJudged(file: Blob, name: string): Promise<JudgedInspection> {
  const { lines } = await readSample(file, name);
  const sample = new Blob([lines.slice(0, LOOKED_AT).join("\n")]);
  const rows = await readSvmlight(sample, { checkpoint: async () => undefined, onBytes: () => undefined });
  const first = rows.bad.rows[0];
  if (rows.grades.length === 0)
    throw new AppError(
      "invalid-input",
      `${name} holds no line of the form "grade qid:7 1:0.5 2:1"${first ? `; line ${first.line}: ${first.problem}` : ""}.`,
    );
  return {
    firstLines: lines
      .filter((line) => line.trim() !== "")
      .slice(0, SHOWN_LINES)
      .map((line) => (line.length > SHOWN_LENGTH ? `${line.slice(0, SHOWN_LENGTH)}…` : line)),
    hasQueries: rows.queries[0] !== "",
    rows: rows.grades.length,
    highestGrade: rows.grades.reduce((top, grade) => Math.max(top, grade), 0),
    lastFeature: rows.lastFeature,
  };
}
