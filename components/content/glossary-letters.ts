import type { Glossary, Term } from "@/lib/content/schemas/glossary";

export type NamedTerm = { id: string; term: Term };

/** Terms by their first letter, both in the order of the alphabet whatever their case. */
export function byLetter(glossary: Glossary): { letter: string; terms: NamedTerm[] }[] {
  const sorted = Object.entries(glossary)
    .map(([id, term]): NamedTerm => ({ id, term }))
    .sort((a, b) => a.term.term.localeCompare(b.term.term, "en", { sensitivity: "base" }));
  const letters = new Map<string, NamedTerm[]>();
  for (const named of sorted) {
    const letter = named.term.term.charAt(0).toUpperCase();
    letters.set(letter, [...(letters.get(letter) ?? []), named]);
  }
  return [...letters].map(([letter, terms]) => ({ letter, terms }));
}
