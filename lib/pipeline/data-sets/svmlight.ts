/**
 * Judged documents in the SVMlight layout of learning to rank (LETOR): `grade qid:7 1:0.5 4:2 # comment`. Features that
 * a line leaves out are 0. Without `qid:` the queries come from a file of group sizes (query-groups.ts).
 */
import { BadRowList, type BadRows } from "./bad-rows";
import { type LineContext, ownString, readLines } from "./line-reader";

/** A larger feature number is a fault of the file and not a column. */
export const MAX_FEATURE = 9_999;
const MAX_GRADE = 30;

/** Numbers added one by one, without a box for each. */
class Column<Numbers extends Int32Array | Float32Array> {
  private numbers: Numbers;
  private readonly create: (size: number) => Numbers;
  length = 0;

  constructor(create: (size: number) => Numbers) {
    this.create = create;
    this.numbers = create(1 << 12);
  }

  push(value: number) {
    if (this.length === this.numbers.length) {
      const larger = this.create(2 * this.length);
      larger.set(this.numbers);
      this.numbers = larger;
    }
    this.numbers[this.length++] = value;
  }

  view(): Numbers {
    return this.numbers.subarray(0, this.length) as Numbers;
  }
}

/** What a file holds, row by row. */
export type SvmlightRows = {
  readonly grades: Float32Array;
  /** Empty text where the line names no query. */
  readonly queries: readonly string[];
  /** Line of each row in the file, from 1. */
  readonly lines: Int32Array;
  /** Place of each row among all lines with something on them, good or bad, from 0; and how many those are. */
  readonly positions: Int32Array;
  readonly positionCount: number;
  /** Row r has the pairs starts[r] up to starts[r + 1]. */
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float32Array;
  /** Largest feature number, -1 without features. */
  readonly lastFeature: number;
  readonly bad: BadRows;
};

class SvmlightReader {
  private readonly grades = new Column((size) => new Float32Array(size));
  private readonly queries: string[] = [];
  private readonly lines = new Column((size) => new Int32Array(size));
  private readonly positions = new Column((size) => new Int32Array(size));
  private readonly starts = new Column((size) => new Int32Array(size));
  private readonly indices = new Column((size) => new Int32Array(size));
  private readonly values = new Column((size) => new Float32Array(size));
  private readonly bad = new BadRowList();
  private positionCount = 0;
  private lastFeature = -1;

  add(line: string, number: number): void {
    const comment = line.indexOf("#");
    const content = (comment < 0 ? line : line.slice(0, comment)).trim();
    if (content === "") return;
    const problem = this.addRow(content.split(/\s+/), number);
    this.positionCount++;
    if (problem !== null) this.bad.add(number, problem, line);
  }

  /** Returns what is wrong with the line, or null. */
  private addRow([first = "", ...tokens]: string[], number: number): string | null {
    const grade = Number(first);
    if (!Number.isInteger(grade) || grade < 0 || grade > MAX_GRADE)
      return `grade "${shorten(first)}" is not a whole number from 0 to ${MAX_GRADE}`;
    const hasQuery = tokens[0]?.startsWith("qid:") ?? false;
    const query = hasQuery ? (tokens.shift() ?? "").slice("qid:".length) : "";
    if (hasQuery && query === "") return "qid: names no query";
    if (!hasQuery && this.queries[0]) return "no qid:, which the rows before it have";
    const start = this.indices.length;
    const problem = this.addPairs(tokens);
    if (problem !== null) {
      this.indices.length = start;
      this.values.length = start;
      return problem;
    }
    this.starts.push(start);
    if (this.indices.length > start)
      this.lastFeature = Math.max(this.lastFeature, this.indices.view().at(-1) ?? -1);
    this.grades.push(grade);
    this.queries.push(query === this.queries.at(-1) ? query : ownString(query));
    this.lines.push(number);
    this.positions.push(this.positionCount);
    return null;
  }

  private addPairs(tokens: readonly string[]): string | null {
    let previous = -1;
    for (const token of tokens) {
      const colon = token.indexOf(":");
      const index = Number(token.slice(0, colon));
      const value = Number(token.slice(colon + 1));
      if (colon < 1 || !Number.isInteger(index) || index < 0)
        return `"${shorten(token)}" is no pair of feature number and value`;
      if (index > MAX_FEATURE) return `feature number ${index} is above ${MAX_FEATURE}`;
      if (colon === token.length - 1 || !Number.isFinite(value))
        return `feature ${index} has no finite value`;
      if (index <= previous) return `feature ${index} comes after feature ${previous}`;
      this.indices.push(index);
      this.values.push(value);
      previous = index;
    }
    return null;
  }

  finish(): SvmlightRows {
    this.starts.push(this.indices.length);
    return {
      grades: this.grades.view(),
      queries: this.queries,
      lines: this.lines.view(),
      positions: this.positions.view(),
      positionCount: this.positionCount,
      starts: this.starts.view(),
      indices: this.indices.view(),
      values: this.values.view(),
      lastFeature: this.lastFeature,
      bad: this.bad,
    };
  }
}

const shorten = (text: string) => text.slice(0, 40);

/** Reads all lines in slices; bad ones are listed and left out. */
export async function readSvmlight(file: Blob, context: LineContext): Promise<SvmlightRows> {
  const reader = new SvmlightReader();
  await readLines(file, "utf-8", (line, number) => reader.add(line, number), context);
  return reader.finish();
}
