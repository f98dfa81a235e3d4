/** Where the evidence of a rule stands in a reading. */
import type { Occurrence } from "@/lib/grading/text/concepts";
import type { Part } from "@/lib/grading/types";
import type { Place } from "@/lib/interview/finding";
import {
  decisionPlace,
  type Passage,
  type Reading,
  type Sentence,
  textPlace,
  toldPlace,
  wordsPlace,
} from "./reading";
import type { Claim, Evidence } from "./rule";

export type Span = { from: number; to: number };
/** `sentence` and `span` are there for words of the answer. */
export type Sighting = { place: Place; sentence?: Sentence; span?: Span };

const WITHIN_WORDS = 12;
/** A fact is one thought, so its words may stand further apart. */
const TOLD_WITHIN_WORDS = 40;

/** The tightest choice of one occurrence a group, none sharing a word, at most `within` words from end to end. */
function together(
  passage: Passage,
  { says: groups, within = WITHIN_WORDS, ordered = false }: Pick<Claim, "says" | "within" | "ordered">,
  counts: (occurrence: Occurrence) => boolean,
): Span | null {
  if (!groups.every((group) => passage.occurrences.has(group))) return null;
  const options = groups.map((group) => (passage.occurrences.get(group) ?? []).filter(counts));
  if (options.some((found) => found.length === 0)) return null;
  let best: Span | null = null;
  const choose = (at: number, chosen: readonly Occurrence[]): void => {
    const from = Math.min(...chosen.map((occurrence) => occurrence.from));
    const to = Math.max(...chosen.map((occurrence) => occurrence.to));
    if (chosen.length > 0 && (to - from > within || (best && to - from >= best.to - best.from))) return;
    if (at === options.length) {
      best = { from, to };
      return;
    }
    for (const option of options[at] ?? []) {
      if (chosen.every((other) => other.to <= option.from || (!ordered && other.from >= option.to)))
        choose(at + 1, [...chosen, option]);
    }
  };
  choose(0, []);
  return best;
}

const isIn = (part: Part, stages: Claim["in"]): boolean =>
  !stages || part === "whole" || stages.includes(part);

/** What excludes a claim counts this close to it; further off it belongs to another thought of the sentence. */
const EXCLUDES_WITHIN_WORDS = 8;

function isExcluded(sentence: Sentence, span: Span, not: string | undefined): boolean {
  const found = not === undefined ? [] : (sentence.occurrences.get(not) ?? []);
  return found.some(
    ({ from, to }) => from - span.to < EXCLUDES_WITHIN_WORDS && span.from - to < EXCLUDES_WITHIN_WORDS,
  );
}

/** Where in a sentence all groups of a claim are proposed together; null where they are not. */
export function claimedIn(sentence: Sentence, claim: Claim): Span | null {
  if (!isIn(sentence.part, claim.in)) return null;
  const span = together(sentence, claim, ({ from }) => sentence.proposed[from] ?? false);
  return span && !isExcluded(sentence, span, claim.not) ? span : null;
}

/** Every place of a reading where the evidence is. */
export function sightings(reading: Reading, evidence: Evidence): Sighting[] {
  if ("decides" in evidence) {
    const place = decisionPlace(reading, evidence.decides);
    const isMeant =
      evidence.as.length === 0 || evidence.as.includes(String(reading.decisions[evidence.decides]));
    return place && isMeant ? [{ place }] : [];
  }
  if ("told" in evidence)
    return reading.told
      .filter((fact) =>
        together(fact, { says: evidence.told, within: evidence.within ?? TOLD_WITHIN_WORDS }, () => true),
      )
      .map((fact) => ({ place: toldPlace(fact) }));
  return reading.sentences.flatMap((sentence) => {
    const span = claimedIn(sentence, evidence);
    return span ? [{ place: textPlace(sentence, span.from, span.to), sentence, span }] : [];
  });
}

/** Whether it was brought up at all, proposed or weighed up; a denial is none. */
export function isBroughtUp(reading: Reading, evidence: Evidence): boolean {
  if (!("says" in evidence)) return sightings(reading, evidence).length > 0;
  return reading.sentences.some(
    (sentence) =>
      isIn(sentence.part, evidence.in) &&
      together(sentence, evidence, ({ from }) => !sentence.denied[from]) !== null,
  );
}

const isSame = (a: Place, b: Place): boolean =>
  a.place === "text" && b.place === "text" && a.part === b.part && a.start < b.end && b.start < a.end;

/**
 * Both places, in different sentences where that is possible. In one sentence each is its own words alone, or, where
 * these are mixed, the second is all of it.
 */
export function pairOf(first: readonly Sighting[], second: readonly Sighting[]): [Place, Place] | null {
  for (const a of first) for (const b of second) if (!isSame(a.place, b.place)) return [a.place, b.place];
  const [a, b] = [first[0], second[0]];
  if (!a?.sentence || !a.span || !b?.sentence || !b.span) return null;
  const words = wordsPlace(a.sentence, a.span.from, a.span.to);
  const isInside = a.span.from < b.span.to && b.span.from < a.span.to;
  return [words, isInside ? b.place : wordsPlace(b.sentence, b.span.from, b.span.to)];
}
