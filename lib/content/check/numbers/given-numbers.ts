/** The numbers a text may use because its reader was told them: assumptions of its front matter, facts of its case, props of its figures. */
import { type NumberToken, numbersIn } from "@/lib/content/check/numbers/number-tokens";
import { inDigits } from "@/lib/content/check/numbers/spelled-numbers";

export type Given = Pick<NumberToken, "value" | "unit">;

/** Conversions of units are nobody's choice. */
const CONVERSIONS = "86,400 seconds, 3,600 seconds, 86,400, 3,600, 1,440 minutes, 24 hours, 7 days, 365 days";
export const CONVERTED: readonly Given[] = numbersIn(CONVERSIONS);

/** What a text gives, in digits or in words. */
export const givenIn = (text: string): Given[] => numbersIn(inDigits(text));

/** Numbers of a component's props, at any depth and inside strings. */
export function givenInProps(props: unknown): Given[] {
  if (typeof props === "number") return [{ value: props, unit: null }];
  if (typeof props === "string") return [...numbersIn(props), ...numbersIn(props.replace(/[=&]/g, " "))];
  if (typeof props !== "object" || props === null) return [];
  return Object.values(props).flatMap(givenInProps);
}

const isClose = (a: number, b: number, tolerance: number): boolean =>
  Math.abs(a - b) <= tolerance + 1e-9 * Math.abs(b);

/**
 * Whether a written number is a given one. Units decide where both have one (200 ms is 0.2 s, 5% is not 5 ms); a share
 * may be given as a plain fraction. A given share that no short decimal writes (a third) may be rounded.
 */
export function isGiven(written: NumberToken, given: Given): boolean {
  const tolerance = String(given.value).length > 8 && given.unit?.family === "share" ? written.tolerance : 0;
  const [mine, theirs] = [written.unit, given.unit];
  if (mine && theirs) {
    if (mine.family !== theirs.family) return false;
    return isClose(written.value * mine.scale, given.value * theirs.scale, tolerance * mine.scale);
  }
  const scaled = (number: Given) => number.value * (number.unit?.family === "share" ? number.unit.scale : 1);
  return isClose(written.value, given.value, tolerance) || isClose(scaled(written), scaled(given), 0);
}
