/**
 * One reading of an interview for all rules: sentences with what their words propose, where the rules' forms stand in
 * them, and what was decided and told. Made once per look at an interview.
 */
import { type ConceptIndex, type Occurrence, occurrencesOf } from "@/lib/grading/text/concepts";
import { type Segment, segment } from "@/lib/grading/text/segments";
import { type Token, tokenise } from "@/lib/grading/text/tokens";
import type { Part } from "@/lib/grading/types";
import type { Place } from "@/lib/interview/finding";
import { readDecisions } from "../design";
import { DESIGNS } from "../designs";
import type { DesignSources } from "../sources";
import { type Quantity, quantitiesIn } from "./quantities";
import { clausesOf, type Stance, stanceOf } from "./stance";

/** A piece of text with the places of the rules' forms by group. */
export type Passage = {
  text: string;
  tokens: readonly Token[];
  occurrences: ReadonlyMap<string, readonly Occurrence[]>;
  quantities: readonly Quantity[];
};
export type Sentence = Passage & Stance & { part: Part; segment: Segment };
export type ToldPassage = Passage & { id: string; words: string; topic: string; isTwist: boolean };

export type Reading = {
  sources: DesignSources;
  sentences: readonly Sentence[];
  /** Facts, then changed requirements. */
  told: readonly ToldPassage[];
  decisions: Readonly<Record<string, string | number>>;
};

function passage(text: string, tokens: readonly Token[], forms: ConceptIndex): Passage {
  const occurrences = new Map<string, Occurrence[]>();
  for (const occurrence of occurrencesOf(tokens, forms)) {
    const known = occurrences.get(occurrence.concept);
    if (known) known.push(occurrence);
    else occurrences.set(occurrence.concept, [occurrence]);
  }
  return { text, tokens, occurrences, quantities: quantitiesIn(text, tokens) };
}

function sentencesOf(part: Part, text: string, forms: ConceptIndex): Sentence[] {
  const segments = segment(text);
  return segments.map((piece, at) => ({
    ...passage(text, piece.tokens, forms),
    part,
    segment: piece,
    ...stanceOf(text, piece, segments[at + 1]),
  }));
}

export function readDesign(sources: DesignSources, forms: ConceptIndex): Reading {
  const { answers, facts, twists, world, decisions } = sources;
  return {
    sources,
    sentences: (Object.entries(answers) as [Part, string][]).flatMap(([part, text]) =>
      sentencesOf(part, text, forms),
    ),
    told: [
      ...facts.map(({ id, topic, text }) => ({
        ...passage(text, tokenise(text), forms),
        id,
        words: text,
        topic: topic as string,
        isTwist: false,
      })),
      ...twists.map(({ id, text, change }) => ({
        ...passage(change, tokenise(change), forms),
        id,
        words: text,
        topic: "twist",
        isTwist: true,
      })),
    ],
    decisions: readDecisions(DESIGNS[world].fields, decisions),
  };
}

/** A sentence longer than this is quoted by its clauses. */
const MAX_QUOTED_WORDS = 32;

/** The words around tokens [from, to) of a sentence: all of it, or the clauses that hold them when it is long. */
export function textPlace({ text, part, segment: piece }: Sentence, from: number, to: number): Place {
  const { tokens } = piece;
  let { start, end } = piece;
  if (tokens.length > MAX_QUOTED_WORDS) {
    const clauses = clausesOf(text, tokens);
    const first = clauses.indexOf(clauses[from] ?? 0);
    const last = clauses.lastIndexOf(clauses[to - 1] ?? 0);
    start = tokens[first]?.start ?? start;
    end = last === tokens.length - 1 ? end : (tokens[last]?.end ?? end);
  }
  return { place: "text", part, start, end, quote: text.slice(start, end) };
}

/** Tokens [from, to) alone. */
export function wordsPlace({ text, part, segment: piece }: Sentence, from: number, to: number): Place {
  const start = piece.tokens[from]?.start ?? piece.start;
  const end = piece.tokens[to - 1]?.end ?? piece.end;
  return { place: "text", part, start, end, quote: text.slice(start, end) };
}

export const toldPlace = ({ id, words }: ToldPassage): Place => ({ place: "fact", id, text: words });

/** A decision in the words of its field; null while it is open. */
export function decisionPlace({ sources, decisions }: Reading, id: string): Place | null {
  const field = DESIGNS[sources.world].fields.find((candidate) => candidate.id === id);
  const value = decisions[id];
  if (!field || value === undefined) return null;
  const inWords =
    field.kind === "choice"
      ? (field.options.find((option) => option.value === value)?.label ?? String(value))
      : `${value} ${field.unit}`;
  return { place: "decision", field: id, label: field.label, value: inWords };
}
