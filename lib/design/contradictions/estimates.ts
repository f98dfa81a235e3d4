/** The estimator's sheet against the text: the same load, two numbers. */
import { formatQuantity } from "@/lib/interview/estimator/format";
import { evaluateSheet } from "@/lib/interview/estimator/sheet";
import type { Place } from "@/lib/interview/finding";
import { placeAt, quantitiesOf } from "./numbers";
import type { Reading } from "./reading";
import type { Pair } from "./rule";

/** An average and a peak differ by two or three; more than this is another load. */
const UNLIKE = 6;

type Row = { place: Place; perSecond: number; text: string };

function requestRates(reading: Reading): Row[] {
  const { estimates } = reading.sources;
  return evaluateSheet(estimates).flatMap((row, index) => {
    const { name = "", expression = "", id = row.id } = estimates[index] ?? {};
    if (!row.ok || row.result.dimensions.second !== -1 || row.result.value <= 0) return [];
    const nouns = Object.keys(row.result.dimensions).filter((noun) => noun !== "second");
    if (nouns.length !== 1 || !["request", "query"].includes(nouns[0] ?? "")) return [];
    const place: Place = { place: "estimate", id, text: `${name}: ${expression} = ${row.text}` };
    return [{ place, perSecond: row.result.value, text: row.text }];
  });
}

export function estimateUnlikeText(reading: Reading): Pair | null {
  const rows = requestRates(reading);
  const said = quantitiesOf(reading, "rate");
  if (rows.length === 0 || said.length === 0) return null;
  const isClose = (a: number, b: number) => a / b < UNLIKE && b / a < UNLIKE;
  // One load may have several rows and sentences; they part when none of the one fits any of the other.
  if (rows.some((row) => said.some(({ quantity }) => isClose(row.perSecond, quantity.value)))) return null;
  const [row, at] = [rows[0], said[0]];
  if (!row || !at) return null;
  const text = formatQuantity({ value: at.quantity.value, dimensions: { request: 1, second: -1 } });
  return { places: [row.place, placeAt(at)], detail: { sheet: row.text, text } };
}
