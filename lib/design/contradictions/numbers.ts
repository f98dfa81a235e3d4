/** What rules about numbers share: the limit of a request, counts along the funnel, and the words near a number. */
import type { Place } from "@/lib/interview/finding";
import { NUMBER_GROUPS, type NumberGroup } from "./number-groups";
import type { Quantity } from "./quantities";
import { decisionPlace, type Passage, type Reading, type Sentence, textPlace, toldPlace } from "./reading";

/** Whether a form of the group stands anywhere in a passage. */
export const has = (passage: Passage, group: NumberGroup): boolean =>
  passage.occurrences.has(NUMBER_GROUPS[group]);

/** Whether a form of the group ends at most `before` words before a quantity, or starts at most `after` words behind it. */
export function isNear(
  passage: Passage,
  group: NumberGroup,
  { from, to }: Quantity,
  before: number,
  after: number,
): boolean {
  return (passage.occurrences.get(NUMBER_GROUPS[group]) ?? []).some(
    (form) => (form.to <= from && from - form.to < before) || (form.from >= to && form.from - to < after),
  );
}

export type At = { sentence: Sentence; quantity: Quantity };

/** Proposed quantities of one kind, in the order of the answer. */
export const quantitiesOf = (reading: Reading, kind: Quantity["kind"]): At[] =>
  reading.sentences.flatMap((sentence) =>
    sentence.quantities
      .filter((quantity) => quantity.kind === kind && sentence.proposed[quantity.from])
      .map((quantity) => ({ sentence, quantity })),
  );

export const placeAt = ({ sentence, quantity }: At): Place => textPlace(sentence, quantity.from, quantity.to);

const LONGEST_LIMIT_SECONDS = 10;

/** An amount with where it stands; seconds for limits. */
export type Known = { value: number; place: Place };

function saidLimit(reading: Reading): Known | null {
  for (const at of quantitiesOf(reading, "seconds")) {
    const { quantity, sentence } = at;
    if (quantity.value <= LONGEST_LIMIT_SECONDS && isNear(sentence, "limit", quantity, 4, 3))
      return { value: quantity.value, place: placeAt(at) };
  }
  return null;
}

/** The limit that was told, leaving changed requirements aside. */
export function toldLimit(reading: Reading): Known | null {
  const fact = reading.told.find(({ topic }) => topic === "latency");
  const quantity = fact?.quantities.find(
    ({ kind, value }) => kind === "seconds" && value <= LONGEST_LIMIT_SECONDS,
  );
  return fact && quantity ? { value: quantity.value, place: toldPlace(fact) } : null;
}

/** A changed limit: the last time in the words of the change ("cut from 200 ms to 80 ms"). */
export function changedLimit(reading: Reading): Known | null {
  for (const twist of reading.told.filter(({ isTwist }) => isTwist)) {
    const quantity = twist.quantities.findLast(
      ({ kind, value }) => kind === "seconds" && value <= LONGEST_LIMIT_SECONDS,
    );
    if (quantity) return { value: quantity.value, place: toldPlace(twist) };
  }
  return null;
}

/** The time that a request may take: as changed, as told, as decided, or as the answer says. */
export function limitOf(reading: Reading): Known | null {
  const decided = reading.decisions["latency-budget"];
  const place = decisionPlace(reading, "latency-budget");
  return (
    changedLimit(reading) ??
    toldLimit(reading) ??
    (typeof decided === "number" && place ? { value: decided / 1000, place } : saidLimit(reading))
  );
}

const LEAST_CANDIDATES = 10;
const MOST_CANDIDATES = 100_000;

/** Counts of things that follow a word for a step: "the ranker scores 800 candidates", "retrieval returns the top 500". */
export function countsAfter(reading: Reading, step: "retrieval" | "ranker"): At[] {
  const other = step === "retrieval" ? "ranker" : "retrieval";
  const lastBefore = (sentence: Sentence, group: NumberGroup, at: number) =>
    (sentence.occurrences.get(NUMBER_GROUPS[group]) ?? []).findLast(({ to }) => to <= at)?.from ?? -1;
  return quantitiesOf(reading, "count").filter(({ sentence, quantity }) => {
    const { from, value } = quantity;
    if (value < LEAST_CANDIDATES || value > MOST_CANDIDATES || has(sentence, "severalSources")) return false;
    const at = lastBefore(sentence, step, from);
    const isReRank = sentence.tokens[at - 1]?.word === "re";
    if (at < 0 || from - at > 8 || isReRank || lastBefore(sentence, other, from) > at) return false;
    // "500 candidates", "500 good candidates", but not "40 to item features".
    const reach = sentence.tokens[quantity.to]?.isFunction ? 1 : 2;
    return isNear(sentence, "things", quantity, 0, reach) || isNear(sentence, "top", quantity, 1, 0);
  });
}

/** How many candidates are ranked: as decided, or as the answer says of its retrieval or its ranker. */
export function candidatesOf(reading: Reading): Known | null {
  const decided = reading.decisions.candidates;
  const place = decisionPlace(reading, "candidates");
  if (typeof decided === "number" && place) return { value: decided, place };
  const at = countsAfter(reading, "ranker")[0] ?? countsAfter(reading, "retrieval")[0];
  return at ? { value: at.quantity.value, place: placeAt(at) } : null;
}
