/** Rows to queries: by `qid:`, or by LightGBM's file of group sizes (one whole number a line, in the order of the rows). */
import { AppError } from "@/lib/errors";
import type { RankData } from "../learning-to-rank/rank-data";
import type { SvmlightRows } from "./svmlight";

const invalid = (message: string) => new AppError("invalid-input", message);

/** Sizes of the groups. Throws an AppError that names the file and the line of the first that is none. */
export function parseGroupSizes(text: string, name: string): number[] {
  const sizes: number[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    const token = line.trim();
    if (token === "") continue;
    const size = Number(token);
    if (!Number.isInteger(size) || size < 1)
      throw invalid(`${name}, line ${index + 1}: "${token.slice(0, 40)}" is no group size`);
    sizes.push(size);
  }
  return sizes;
}

/**
 * First row of each query, and the end. `sizes` are those of the group file, null without one. Throws an AppError when
 * there are no rows, a row has no query, a `qid:` comes back later, or sizes do not add up to the rows of the file.
 */
export function groupRows(rows: SvmlightRows, sizes: readonly number[] | null, name: string): Int32Array {
  if (rows.grades.length === 0) {
    const first = rows.bad.rows[0];
    throw invalid(
      first ? `${name}: no usable line; line ${first.line}: ${first.problem}` : `${name}: no lines in it`,
    );
  }
  return sizes ? groupBySizes(rows, sizes, name) : groupByName(rows, name);
}

function groupByName({ queries, lines }: SvmlightRows, name: string): Int32Array {
  const offsets: number[] = [];
  const met = new Set<string>();
  queries.forEach((query, row) => {
    if (query === "")
      throw invalid(
        `${name}, line ${lines[row]}: no qid:, and no file ${name}.query with group sizes beside it`,
      );
    if (row > 0 && query === queries[row - 1]) return;
    if (met.has(query))
      throw invalid(`${name}, line ${lines[row]}: query ${query} comes back; its rows must be neighbours`);
    met.add(query);
    offsets.push(row);
  });
  return Int32Array.from([...offsets, queries.length]);
}

/** A bad line keeps its place in its group, so that the groups after it stay where they belong. */
function groupBySizes(
  { positions, positionCount }: SvmlightRows,
  sizes: readonly number[],
  name: string,
): Int32Array {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total !== positionCount)
    throw invalid(`${name}.query: group sizes add up to ${total}, but ${name} has ${positionCount} rows`);
  const offsets = [0];
  let row = 0;
  let end = 0;
  for (const size of sizes) {
    end += size;
    const start = row;
    while (row < positions.length && (positions[row] as number) < end) row++;
    if (row > start) offsets.push(row);
  }
  return Int32Array.from(offsets);
}

/** A table of all rows, without features from number `width` on; column f is feature number f, so that column 0 is empty where a file counts from 1. */
export function toRankData(rows: SvmlightRows, offsets: Int32Array, width: number): RankData {
  const { grades, starts, indices, values } = rows;
  const features = new Float32Array(grades.length * width);
  for (let row = 0; row < grades.length; row++)
    for (let i = starts[row] as number; i < (starts[row + 1] as number); i++) {
      const index = indices[i] as number;
      if (index < width) features[row * width + index] = values[i] as number;
    }
  return { features, grades, offsets, width };
}
