/** <Calc of="20e9 / 86400">231,000</Calc>: the expression must give the number shown, to the precision shown. */
import { type NumberToken, numbersIn } from "@/lib/content/check/numbers/number-tokens";
import { type Evaluated, evaluateEstimate } from "@/lib/interview/estimator/evaluate";

/** What is wrong with a calculation, or null. */
export function calcProblem(expression: string, words: string): string | null {
  const outcome = evaluateEstimate(expression);
  if (!outcome.ok) return `"${expression}" at character ${outcome.at}: ${outcome.message}`;
  const [shown, second] = numbersIn(words);
  if (!shown) return `"${words}" shows no number.`;
  if (second) return `"${words}" shows two numbers; give each its own <Calc>.`;
  if (shows(shown, outcome.result)) return null;
  return `"${expression}" is ${readable(shown, outcome.result)}, not ${shown.text}.`;
}

/**
 * A result with a unit is compared in that unit. A plain one may be meant in the unit that is written ("46 ms" of 46)
 * or in the base unit (of 0.046), "8.3%" of 0.083 or of 8.3.
 */
function shows(shown: NumberToken, result: Evaluated): boolean {
  return readings(shown, result).some(
    ([written, tolerance, computed]) => Math.abs(written - computed) <= tolerance + 1e-9 * Math.abs(computed),
  );
}

type Reading = readonly [written: number, tolerance: number, computed: number];

function readings(shown: NumberToken, { value, unit, dimensions }: Evaluated): Reading[] {
  const scale = shown.unit?.scale ?? 1;
  const inBase: Reading = [shown.value * scale, shown.tolerance * scale, value];
  const asWritten: Reading = [shown.value, shown.tolerance, unit ? value / unit.value : value];
  const isMeasured = dimensions.byte !== undefined || dimensions.second !== undefined;
  if (isMeasured && !unit && shown.unit && shown.unit.family !== "share") return [inBase];
  return [inBase, asWritten];
}

/** The result to six digits, in the unit that was written where it has one. */
function readable(shown: NumberToken, { value, unit, dimensions }: Evaluated): string {
  const isMeasured = dimensions.byte !== undefined || dimensions.second !== undefined;
  const divisor = unit?.value ?? (isMeasured ? (shown.unit?.scale ?? 1) : 1);
  return String(Number((value / divisor).toPrecision(6)));
}
