/** What the first lines of a file hold. Pure. */
import { guessLabel, isLabelName } from "../click-layout";
import { guessRoles, isHeader } from "../columns";
import { detectSeparator, type Separator, splitCells } from "../delimited";
import { looksLikeLibfm } from "../libfm";
import type { RecognisedFile } from "./kinds";

type Found = Pick<RecognisedFile, "content" | "because">;

export const GRADES_WITHOUT_QUERIES = "grades above 1 and index:value pairs; its .query file is needed too";

const LOOKED_AT = 400;
/** Texts of a corpus are longer than queries. */
const LONG_TEXT = 250;

const share = (lines: readonly string[], test: (line: string) => boolean) =>
  lines.filter(test).length / Math.max(1, lines.length);

function recogniseObjects(path: string, lines: readonly string[]): Found {
  const name = path.toLowerCase();
  if (!lines.some((line) => /"_id"\s*:/.test(line)))
    return { content: "unknown", because: "holds JSON lines without an _id, which BEIR files have" };
  if (/quer|topic/.test(name)) return { content: "queries", because: "JSON lines with an _id, and its name" };
  if (/corpus|doc/.test(name)) return { content: "corpus", because: "JSON lines with an _id, and its name" };
  const isLong = lines.reduce((sum, line) => sum + line.length, 0) / lines.length > LONG_TEXT;
  const hasTitles = lines.some((line) => /"title"\s*:/.test(line));
  return hasTitles || isLong
    ? { content: "corpus", because: "JSON lines with an _id and a title or a long text" }
    : { content: "queries", because: "JSON lines with an _id and a short text" };
}

/** `grade qid:7 1:0.5`, or libfm, or the same without qid:. */
function recogniseSparse(lines: readonly string[]): Found {
  if (share(lines, (line) => /^\S+\s+qid:\S/.test(line.trim())) > 0.5)
    return { content: "judged-documents", because: "a grade, qid: and index:value pairs on each line" };
  const grades = new Set(lines.map((line) => line.trim().split(/\s/, 1)[0] ?? ""));
  const isGraded = [...grades].some((grade) => /^[2-9]$|^[12]\d$|^30$/.test(grade));
  return isGraded
    ? {
        content: "judged-documents",
        because: GRADES_WITHOUT_QUERIES,
      }
    : { content: "libfm", because: "a label of 0 or 1 and index:value pairs on each line" };
}

const isGrade = (cell: string | undefined) => /^\d+(\.0+)?$/.test(cell ?? "");

function recogniseJudgements(path: string, rows: readonly (readonly string[])[]): Found | null {
  const [first = []] = rows;
  if (
    first.length !== 3 ||
    share(
      rows.slice(1).map((row) => row[2] ?? ""),
      isGrade,
    ) < 0.9
  )
    return null;
  const isNamed = /qrel|judg/i.test(path);
  const isHeaded = /^(query|q)[-_ ]?id$/i.test(first[0] ?? "") && !isGrade(first[2]);
  if (isHeaded) return { content: "judgements", because: "columns for query, document and grade" };
  return isNamed ? { content: "judgements", because: "three columns with a grade last, and its name" } : null;
}

function describeRoles(names: readonly string[] | null, rows: readonly (readonly string[])[]): Found {
  const { roles, because } = guessRoles(names, rows);
  const name = (column: number | null) =>
    column === null ? "" : (names?.[column] ?? `column ${column + 1}`);
  return {
    content: "ratings",
    because:
      because.user === "name" || because.item === "name"
        ? `columns named ${name(roles.user)} and ${name(roles.item)}`
        : "a table without a label column",
  };
}

function recogniseTable(path: string, lines: readonly string[], separator: Separator): Found {
  const cells = lines.map((line) => splitCells(line, separator) ?? []);
  const widths = cells.map((row) => row.length).sort((a, b) => a - b);
  const rows = cells.filter((row) => row.length === widths[widths.length >> 1]);
  const judgements = separator === "\t" ? recogniseJudgements(path, rows) : null;
  if (judgements) return judgements;
  const [first = [], ...others] = rows;
  const label = guessLabel(rows);
  const names = isHeader(first, others) || isLabelName(first[label.column] ?? "") ? first : null;
  if (label.because === "name")
    return { content: "clicks", because: `a column named ${first[label.column]} that holds 0 and 1` };
  const { because } = guessRoles(names, names ? others : rows);
  const isRatings = because.user === "name" && because.item === "name";
  const isBoth = new Set(others.map((row) => row[label.column])).size === 2;
  if (label.because === "content" && !isRatings && isBoth && first.length > 2)
    return { content: "clicks", because: `0 and 1 in column ${label.column + 1}, and nothing else there` };
  return describeRoles(names, names ? others : rows);
}

export function recogniseLines(path: string, sample: readonly string[]): Found {
  const lines = sample.filter((line) => line.trim() !== "").slice(0, LOOKED_AT);
  if (lines.length === 0) return { content: "unknown", because: "holds nothing but blank lines" };
  if (share(lines, (line) => line.trimStart().startsWith("{")) > 0.5) return recogniseObjects(path, lines);
  if (looksLikeLibfm(lines) || share(lines, (line) => /^\S+\s+qid:\S/.test(line.trim())) > 0.5)
    return recogniseSparse(lines);
  if (/\.(query|group)$/i.test(path) && share(lines, (line) => /^\s*\d+\s*$/.test(line)) > 0.9)
    return { content: "group-sizes", because: "one whole number on each line, and its name" };
  const separator = detectSeparator(lines);
  if (separator) return recogniseTable(path, lines, separator);
  return {
    content: "unknown",
    because:
      "has no columns that could be told apart: no comma, semicolon, tab, bar or :: separates its lines evenly, and they are neither index:value pairs nor JSON",
  };
}
