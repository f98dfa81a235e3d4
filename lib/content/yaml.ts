/**
 * YAML with positions: parses, validates with a zod schema, and maps each zod path back to its line and column.
 * Every problem is reported, not the first one only.
 */
import { type Document, isMap, isNode, isPair, isScalar, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import type { ContentError, Parsed } from "@/lib/content/errors";

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** Parses `text` as the YAML of `file` and validates it. Positions are those of the file. */
export function parseYaml<T>(file: string, text: string, schema: z.ZodType<T>): Parsed<T> {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  if (document.errors.length > 0) {
    const errors = document.errors.map((error) => {
      const { line, col } = lineCounter.linePos(error.pos[0]);
      return { file, line, column: col, field: "yaml", message: firstLine(error.message) };
    });
    return { value: null, errors };
  }
  const parsed = schema.safeParse(document.toJS() ?? {});
  if (parsed.success) return { value: parsed.data, errors: [] };
  const errors: ContentError[] = [];
  for (const issue of parsed.error.issues.flatMap((found) => narrowUnion(found))) {
    const offset = offsetOf(document, issue);
    const { line, col } = lineCounter.linePos(offset);
    errors.push({
      file,
      line: Math.max(1, line),
      column: Math.max(1, col),
      field: fieldName(issue),
      message: issue.message,
    });
  }
  return { value: null, errors };
}

/** `["points", 3, "level"]` -> `points[3].level`; an unrecognised key is named itself. */
function fieldName(issue: Issue): string {
  const path = issue.code === "unrecognized_keys" ? [...issue.path, issue.keys[0] ?? ""] : issue.path;
  const name = path.reduce<string>(
    (joined, part) =>
      typeof part === "number" ? `${joined}[${part}]` : joined ? `${joined}.${String(part)}` : String(part),
    "",
  );
  return name || "file";
}

/** Line and column of a path in a YAML text that is known to parse; the nearest existing parent when it is absent. */
export function positionIn(text: string, path: Path): { line: number; column: number } {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  const { line, col } = lineCounter.linePos(offsetOfPath(document, path));
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

/** A union says only "Invalid input": report the issues of the branch that came closest. */
function narrowUnion(issue: Issue): Issue[] {
  if (issue.code !== "invalid_union" || issue.errors.length === 0) return [issue];
  const misses = (branch: readonly Issue[]) =>
    branch.reduce((sum, found) => sum + (found.code === "unrecognized_keys" ? 10 * found.keys.length : 1), 0);
  const closest = [...issue.errors].sort((a, b) => misses(a) - misses(b))[0] ?? [];
  return closest.flatMap((found) => narrowUnion({ ...found, path: [...issue.path, ...found.path] } as Issue));
}

/** Character offset of the deepest existing node on the issue's path. */
function offsetOf(document: Document, issue: Issue): number {
  if (issue.code === "unrecognized_keys") {
    const key = keyOffset(document, issue.path, issue.keys[0] ?? "");
    if (key !== null) return key;
  }
  return offsetOfPath(document, issue.path);
}

function offsetOfPath(document: Document, full: Path): number {
  for (let length = full.length; length >= 0; length -= 1) {
    const path = full.slice(0, length);
    const last = path.at(-1);
    const key = typeof last === "string" ? keyOffset(document, path.slice(0, -1), last) : null;
    if (key !== null) return key;
    const node = nodeAt(document, path);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

const nodeAt = (document: Document, path: Path): unknown =>
  path.length === 0 ? document.contents : document.getIn(path, true);

function keyOffset(document: Document, path: Path, key: string): number | null {
  const map = nodeAt(document, path);
  if (!isMap(map)) return null;
  const pair = map.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === key);
  return pair && isScalar(pair.key) && pair.key.range ? pair.key.range[0] : null;
}

const firstLine = (message: string): string => message.split("\n")[0] ?? message;
