/**
 * What was said in a text, as the conditions of triggers ask for it: concepts with the place where they were said
 * first, denials apart, sentences with and without a number. Uses the grader's segments, concepts and negation.
 */
import { negatedTokens } from "@/lib/grading/alignment/negation";
import { isSaid } from "@/lib/grading/rubric/mentions";
import { annotate, type ConceptIndex } from "@/lib/grading/text/concepts";
import { type Segment, segment } from "@/lib/grading/text/segments";
import { type Token, tokenise } from "@/lib/grading/text/tokens";
import type { Part } from "@/lib/grading/types";
import type { PreparedInterviewer } from "./prepare";
import type { Scene } from "./types";

type Sentence = {
  tokens: readonly Token[];
  negated: readonly boolean[];
  hasNumber: boolean;
  isQuestion: boolean;
};

export type Said = {
  /** Everything that was mentioned, and what was mentioned without a negation: concept ids, and stems as `=stem`. */
  mentioned: ReadonlySet<string>;
  affirmed: ReadonlySet<string>;
  /** Where each thing was mentioned first (UTF-16 offset). */
  firstAt: ReadonlyMap<string, number>;
  sentences: readonly Sentence[];
  words: number;
};

const NUMBER_WORDS = new Set(
  (
    "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty seventy " +
    "eighty ninety hundred hundreds thousand thousands million millions billion billions dozen dozens half third " +
    "quarter fifth tenth percent twice double doubled doubles halve halves halved tenfold twofold threefold"
  ).split(" "),
);

const isNumber = (token: Token): boolean => token.isNumber || NUMBER_WORDS.has(token.word);

function toSentence(text: string, piece: Segment): Sentence {
  return {
    tokens: piece.tokens,
    negated: negatedTokens(text, piece.tokens),
    hasNumber: piece.tokens.some(isNumber),
    isQuestion: text.slice(piece.start, piece.end).trimEnd().endsWith("?"),
  };
}

export function hear(text: string, concepts: ConceptIndex): Said {
  const mentioned = new Set<string>();
  const affirmed = new Set<string>();
  const firstAt = new Map<string, number>();
  const sentences: Sentence[] = [];
  let words = 0;
  for (const piece of segment(text)) {
    const sentence = toSentence(text, piece);
    sentences.push(sentence);
    words += piece.tokens.length;
    for (const unit of annotate(piece.tokens, concepts)) {
      for (const name of [...unit.concepts, ...unit.inner, ...unit.stems.map((stem) => `=${stem}`)]) {
        mentioned.add(name);
        if (!firstAt.has(name)) firstAt.set(name, unit.start);
        if (!sentence.negated[unit.firstToken]) affirmed.add(name);
      }
    }
  }
  return { mentioned, affirmed, firstAt, sentences, words };
}

/** Where any of `wanted` was mentioned first; infinite when none was. */
export function firstMention(said: Said, wanted: readonly string[]): number {
  const places = wanted.map((name) => {
    if (!isSaid(name, said.mentioned)) return Number.POSITIVE_INFINITY;
    const stems = tokenise(name).map(({ stem }) => said.firstAt.get(`=${stem}`) ?? 0);
    return said.firstAt.get(name) ?? Math.max(...stems);
  });
  return Math.min(...places);
}

/** Whether the words of `phrase` stand side by side in a sentence, and are not denied. */
function claims({ tokens, negated }: Sentence, phrase: readonly Token[]): boolean {
  return tokens.some((_, at) => !negated[at] && phrase.every(({ stem }, i) => tokens[at + i]?.stem === stem));
}

/** A sentence, no question, says one of `phrases`, and neither it nor the next one holds a number. */
export function claimsWithoutNumber(said: Said, phrases: readonly string[]): boolean {
  const wanted = phrases.map((phrase) => tokenise(phrase));
  return said.sentences.some(
    (sentence, at) =>
      !sentence.isQuestion &&
      !sentence.hasNumber &&
      !said.sentences[at + 1]?.hasNumber &&
      wanted.some((phrase) => claims(sentence, phrase)),
  );
}

export const saysNumber = (said: Said): boolean => said.sentences.some(({ hasNumber }) => hasNumber);

/** Reads each text of a scene at most once; the reply being judged by itself. */
export type Listener = { part(part: Part): Said; reply(): Said };

export function listen(prepared: PreparedInterviewer, scene: Scene, reply: string | null = null): Listener {
  const known = new Map<string, Said>();
  const read = (name: string, text: string): Said => {
    const said = known.get(name) ?? hear(text, prepared.concepts);
    known.set(name, said);
    return said;
  };
  return {
    part: (part) => read(part, scene.answers[part] ?? ""),
    reply: () => read("reply", reply ?? ""),
  };
}
