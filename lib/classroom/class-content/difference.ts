/** What of a class's wording is not the case's own: only that is kept, so that the rest moves on with the case. */
import type { Fact } from "@/lib/content/schemas/interviewer";
import type { Point } from "@/lib/content/schemas/rubric";
import type { ChangedFact, ChangedPoint } from "./schema";

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Null when the class has the point as the case has it. */
export function differenceOfPoint(point: Point, wanted: ChangedPoint): ChangedPoint | null {
  const { kind, isCounted, ...wording } = wanted;
  const own: Record<keyof typeof wording, unknown> = {
    text: point.text,
    why: point.why,
    weight: point.weight,
    exemplars: point.exemplars,
    misconceptions: point.misconceptions,
    followUp: point.followUps[0],
  };
  const changed = Object.entries(wording).filter(
    ([key, value]) => value !== undefined && !isSame(value, own[key as keyof typeof own]),
  );
  return isCounted && changed.length === 0
    ? null
    : { kind, isCounted, ...(Object.fromEntries(changed) as Partial<typeof wording>) };
}

/** Null when the interviewer of the class knows the fact as the case has it. */
export function differenceOfFact(fact: Fact, wanted: ChangedFact): ChangedFact | null {
  const { kind, isKnown, answer, ifNeverAsked } = wanted;
  const alsoAskedAs = wanted.alsoAskedAs.filter(
    (phrasing) => phrasing !== fact.question && !fact.askedAs.includes(phrasing),
  );
  const difference: ChangedFact = { kind, isKnown, alsoAskedAs };
  if (answer !== undefined && answer !== fact.answer) difference.answer = answer;
  if (ifNeverAsked !== undefined && ifNeverAsked !== fact.ifNeverAsked)
    difference.ifNeverAsked = ifNeverAsked;
  const isCases = isKnown && alsoAskedAs.length === 0 && !difference.answer && !difference.ifNeverAsked;
  return isCases ? null : difference;
}
