/**
 * A search collection in the BEIR layout (Thakur et al., 2021): corpus.jsonl and queries.jsonl hold an object a line,
 * qrels/*.tsv a judged pair a line. Good lines are kept, bad ones listed with their numbers; files are read in slices.
 */
import { AppError } from "@/lib/errors";
import type { BadRowList } from "./bad-rows";
import { type LineContext, ownString, readLines } from "./line-reader";

export type SearchDocument = { readonly id: string; readonly title: string; readonly text: string };
export type SearchQuery = { readonly id: string; readonly text: string };
/** Grades by query id, then by document id; 0 is judged and not relevant. */
export type Judgements = ReadonlyMap<string, ReadonlyMap<string, number>>;

type Reading = { readonly file: string; readonly bad: BadRowList; readonly context: LineContext };

/** Calls `take` with every line that is not blank; what it returns is the problem of that line, if any. */
async function readEach(blob: Blob, { bad, context }: Reading, take: (line: string) => string | null) {
  const onLine = (line: string, number: number) => {
    if (line.trim() === "") return;
    const problem = take(line);
    if (problem) bad.add(number, problem, line);
  };
  await readLines(blob, "utf-8", onLine, context);
}

/** The object of a line, or what is wrong with it. */
function parseObject(line: string): Record<string, unknown> | string {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return "is not an object";
    return value as Record<string, unknown>;
  } catch {
    return "is not JSON";
  }
}

const idOf = ({ _id: id }: Record<string, unknown>): string =>
  typeof id === "string" || typeof id === "number" ? String(id) : "";

/** Documents with an id of their own and a text or a title. Throws an AppError when there is none. */
export async function readCorpus(blob: Blob, reading: Reading): Promise<SearchDocument[]> {
  const documents: SearchDocument[] = [];
  const seen = new Set<string>();
  await readEach(blob, reading, (line) => {
    const row = parseObject(line);
    if (typeof row === "string") return row;
    const id = idOf(row);
    if (id === "") return "has no _id";
    if (seen.has(id)) return `repeats the _id ${id}`;
    const { title = "", text = "" } = row;
    if (typeof title !== "string" || typeof text !== "string") return "title or text is not a string";
    if (`${title}${text}`.trim() === "") return "has neither title nor text";
    seen.add(id);
    documents.push({ id: ownString(id), title: ownString(title), text: ownString(text) });
    return null;
  });
  if (documents.length === 0) throw new AppError("invalid-input", `${reading.file} holds no document.`);
  return documents;
}

/** Queries with an id of their own and a text. Throws an AppError when there is none. */
export async function readQueries(blob: Blob, reading: Reading): Promise<Map<string, SearchQuery>> {
  const queries = new Map<string, SearchQuery>();
  await readEach(blob, reading, (line) => {
    const row = parseObject(line);
    if (typeof row === "string") return row;
    const id = idOf(row);
    if (id === "") return "has no _id";
    if (queries.has(id)) return `repeats the _id ${id}`;
    if (typeof row.text !== "string" || row.text.trim() === "") return "has no text";
    queries.set(id, { id: ownString(id), text: ownString(row.text) });
    return null;
  });
  if (queries.size === 0) throw new AppError("invalid-input", `${reading.file} holds no query.`);
  return queries;
}

type Known = { readonly queries: ReadonlyMap<string, unknown>; readonly documents: ReadonlySet<string> };

/**
 * Judged pairs: query, document, grade, separated by tabs, with or without a header. A judged document that the corpus
 * does not hold counts in the ideal list, as in trec_eval; a query that nobody wrote is a bad line.
 * Throws an AppError when no line is good.
 */
export async function readJudgements(blob: Blob, known: Known, reading: Reading): Promise<Judgements> {
  const judgements = new Map<string, Map<string, number>>();
  let isFirst = true;
  await readEach(blob, reading, (line) => {
    const cells = line.split("\t").map((cell) => cell.trim());
    const isHeader = isFirst && !/^-?\d+(\.\d+)?$/.test(cells[2] ?? "");
    isFirst = false;
    if (isHeader && cells.length === 3) return null;
    if (cells.length !== 3) return `expected 3 columns, found ${cells.length}`;
    const [query = "", document = "", score = ""] = cells;
    const grade = Number(score);
    if (score === "" || !Number.isFinite(grade) || grade < 0) return `"${score}" is no grade`;
    if (!known.queries.has(query)) return `there is no query ${query}`;
    const grades = judgements.get(query) ?? new Map<string, number>();
    if (grades.has(document)) return `repeats the pair ${query}, ${document}`;
    judgements.set(ownString(query), grades.set(ownString(document), grade));
    return known.documents.has(document) ? null : `there is no document ${document}`;
  });
  if (judgements.size === 0) throw new AppError("invalid-input", `${reading.file} judges no pair.`);
  return judgements;
}
