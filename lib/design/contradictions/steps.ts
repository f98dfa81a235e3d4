/** The times that an answer gives to the steps of a request, one after another in a sentence or a list. */
import { formatMilliseconds } from "@/lib/framework/units";
import type { Place } from "@/lib/interview/finding";
import { type At, has, isNear, limitOf } from "./numbers";
import type { Reading, Sentence } from "./reading";
import type { Pair } from "./rule";

const LEAST_STEPS = 3;
/** Rounding of a dozen steps. */
const TOLERANCE = 1.05;

/** Times of steps in a sentence; what is said to be a limit or a rest is none. */
function stepTimes(sentence: Sentence, limitSeconds: number): At[] {
  return sentence.quantities
    .filter(({ kind, value, from }) => {
      const isTime = kind === "seconds" && value < 10 && value !== limitSeconds;
      return isTime && sentence.proposed[from];
    })
    .filter(
      (quantity) => isNear(sentence, "step", quantity, 6, 4) && !isNear(sentence, "aside", quantity, 2, 0),
    )
    .map((quantity) => ({ sentence, quantity }));
}

const isServing = ({ part }: Sentence): boolean => part === "serve" || part === "whole";

/** Sentences with several steps, and lists with one step an item. */
function groupsOf(reading: Reading, limitSeconds: number): At[][] {
  const groups = new Map<string, At[]>();
  reading.sentences.filter(isServing).forEach((sentence, index) => {
    const times = stepTimes(sentence, limitSeconds);
    const isItem = sentence.segment.kind === "item" && times.length === 1;
    const key = isItem ? `${sentence.part} ${sentence.segment.block}` : `sentence ${index}`;
    groups.set(key, [...(groups.get(key) ?? []), ...times]);
  });
  return [...groups.values()].filter(
    (group) => group.length >= LEAST_STEPS && !group.some(({ sentence }) => has(sentence, "atOnce")),
  );
}

function placeOf(group: readonly At[]): Place | null {
  const [first, last] = [group[0]?.sentence, group.at(-1)?.sentence];
  if (!first || !last) return null;
  const [start, end] = [first.segment.start, last.segment.end];
  return { place: "text", part: first.part, start, end, quote: first.text.slice(start, end) };
}

export function stepsOverLimit(reading: Reading): Pair | null {
  const limit = limitOf(reading);
  if (!limit) return null;
  for (const group of groupsOf(reading, limit.value)) {
    const total = group.reduce((sum, { quantity }) => sum + quantity.value, 0);
    const place = placeOf(group);
    if (!place || total <= limit.value * TOLERANCE) continue;
    return {
      places: [limit.place, place],
      detail: { total: formatMilliseconds(total * 1000), limit: formatMilliseconds(limit.value * 1000) },
    };
  }
  return null;
}
