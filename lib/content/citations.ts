/** Citations of a page: sources in the order in which the text cites them first, numbered from 1. */
import type { Sources } from "@/lib/content/schemas/case";

export type CitedSource = Sources[string] & { id: string; number: number };

export function citedSources(text: string, sources: Sources): CitedSource[] {
  const ids = [...text.matchAll(/<Cite\s+id="([^"]+)"/g)].flatMap((match) => match[1] ?? []);
  return [...new Set(ids)].flatMap((id, index) => {
    const source = sources[id];
    return source ? [{ ...source, id, number: index + 1 }] : [];
  });
}
