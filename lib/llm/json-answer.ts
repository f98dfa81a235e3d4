/**
 * Reads the JSON out of a model's answer: as it stands, out of a fence, or out of the prose around it. What comes out
 * is always validated again; a server that was given a schema may have ignored it.
 */
import type * as z from "zod";

const FENCE = /```(?:json)?\s*\n?([\s\S]*?)```/i;

function* candidates(text: string): Generator<string> {
  yield text;
  const fenced = FENCE.exec(text)?.[1];
  if (fenced !== undefined) yield fenced;
  const start = text.indexOf("{");
  const end = text.lastIndexOf("}");
  if (start >= 0 && end > start) yield text.slice(start, end + 1);
}

/** The first reading of `text` that has the schema's shape; null when none has. */
export function readJson<Schema extends z.ZodType>(text: string, schema: Schema): z.output<Schema> | null {
  for (const candidate of candidates(text)) {
    try {
      const result = schema.safeParse(JSON.parse(candidate));
      if (result.success) return result.data;
    } catch {
      // Not JSON: the next reading may be.
    }
  }
  return null;
}
