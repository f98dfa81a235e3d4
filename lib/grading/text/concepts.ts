/**
 * Concepts: surface forms that mean the same (content/lexicon.yaml, and the aliases of a point or a fact).
 * Annotation turns the words of a text into units: a unit is one content word, or the longest run of words that is
 * a form of a concept. A unit also remembers the concepts found inside it, for partial matches.
 */
import type { Lexicon } from "@/lib/content/schemas/case";
import { type Token, tokenise } from "@/lib/grading/text/tokens";

export type Unit = {
  /** Equal for units that are written the same way after stemming. */
  key: string;
  /** Stems of the content words. */
  stems: string[];
  concepts: ReadonlySet<string>;
  /** Concepts of shorter forms inside this unit. */
  inner: ReadonlySet<string>;
  weight: number;
  start: number;
  end: number;
  /** Positions of the first and last word in the token list. */
  firstToken: number;
  lastToken: number;
};

type Form = { stems: string[]; concept: string };
/** Forms by their first stem, longest first. */
export type ConceptIndex = ReadonlyMap<string, readonly Form[]>;

export type ConceptGroup = { id: string; forms: readonly string[] };

export const lexiconGroups = (lexicon: Lexicon): ConceptGroup[] =>
  Object.entries(lexicon).map(([id, forms]) => ({ id, forms }));

export function compileConcepts(groups: readonly ConceptGroup[]): ConceptIndex {
  const index = new Map<string, Form[]>();
  for (const group of groups) {
    for (const form of group.forms) {
      const stems = tokenise(form).map((token) => token.stem);
      const first = stems[0];
      if (first === undefined) continue;
      const forms = index.get(first) ?? [];
      forms.push({ stems, concept: group.id });
      index.set(first, forms);
    }
  }
  for (const forms of index.values()) forms.sort((a, b) => b.stems.length - a.stems.length);
  return index;
}

function matchesAt(tokens: readonly Token[], at: number, form: Form): boolean {
  for (let i = 0; i < form.stems.length; i++) if (tokens[at + i]?.stem !== form.stems[i]) return false;
  return true;
}

/** A place where a form of a concept stands: tokens [from, to). */
export type Occurrence = { concept: string; from: number; to: number };

/** Every place where a form of a concept stands, overlapping ones too, in order of their first word. */
export function occurrencesOf(tokens: readonly Token[], index: ConceptIndex): Occurrence[] {
  const found: Occurrence[] = [];
  for (let at = 0; at < tokens.length; at++) {
    for (const form of index.get(tokens[at]?.stem ?? "") ?? []) {
      if (matchesAt(tokens, at, form))
        found.push({ concept: form.concept, from: at, to: at + form.stems.length });
    }
  }
  return found;
}

/** Concepts of forms that lie inside tokens [from, to) and are shorter than the whole. */
function innerConcepts(tokens: readonly Token[], from: number, to: number, index: ConceptIndex): Set<string> {
  const inner = new Set<string>();
  for (let at = from; at < to; at++) {
    for (const form of index.get(tokens[at]?.stem ?? "") ?? []) {
      const length = form.stems.length;
      if (length < to - from && at + length <= to && matchesAt(tokens, at, form)) inner.add(form.concept);
    }
  }
  return inner;
}

/** The longest concept form that starts at a token, with every concept that has a form of that length. */
function longestAt(
  tokens: readonly Token[],
  at: number,
  index: ConceptIndex,
): { length: number; concepts: Set<string> } {
  const concepts = new Set<string>();
  let length = 0;
  for (const form of index.get(tokens[at]?.stem ?? "") ?? []) {
    if (form.stems.length < length) break;
    if (!matchesAt(tokens, at, form)) continue;
    length = form.stems.length;
    concepts.add(form.concept);
  }
  return { length, concepts };
}

/** Several words say more than one: a multi-word concept weighs as its heaviest word, and a little more. */
function unitWeight(tokens: readonly Token[], isConcept: boolean): number {
  const heaviest = Math.max(0, ...tokens.map((token) => token.weight));
  if (!isConcept) return heaviest;
  return tokens.length > 1 ? Math.max(0.7, heaviest) + 0.2 : Math.max(heaviest, 0.3);
}

/** The units of a token list, in order. Function words outside a concept are left out. */
export function annotate(tokens: readonly Token[], index: ConceptIndex): Unit[] {
  const units: Unit[] = [];
  for (let at = 0; at < tokens.length; ) {
    const { length, concepts } = longestAt(tokens, at, index);
    const size = Math.max(1, length);
    const span = tokens.slice(at, at + size);
    const first = span[0];
    const last = span.at(-1);
    if (first && last && (length > 1 || !first.isFunction || length === 1)) {
      const content = span.filter((token) => !token.isFunction);
      const stems = (content.length > 0 ? content : span).map((token) => token.stem);
      units.push({
        key: span.map((token) => token.stem).join(" "),
        stems,
        concepts,
        inner: size > 1 ? innerConcepts(tokens, at, at + size, index) : EMPTY,
        weight: unitWeight(span, length > 0),
        start: first.start,
        end: last.end,
        firstToken: at,
        lastToken: at + size - 1,
      });
    }
    at += size;
  }
  return units;
}

const EMPTY: ReadonlySet<string> = new Set();
