/** Quantities as people say them: three digits, a scale, and units that fit the size. */
import type { Dimensions, Quantity } from "./units";

const DAY_SECONDS = 86_400;
const SCALES: [number, string][] = [
  [1e12, "T"],
  [1e9, "B"],
  [1e6, "M"],
  [1e3, "K"],
];
const DATA: [number, string][] = [
  [1e15, "PB"],
  [1e12, "TB"],
  [1e9, "GB"],
  [1e6, "MB"],
  [1e3, "KB"],
  [1, "bytes"],
];
const TIME: [number, string][] = [
  [31_536_000, "years"],
  [DAY_SECONDS, "days"],
  [3600, "h"],
  [60, "min"],
  [1, "s"],
  [1e-3, "ms"],
  [1e-6, "µs"],
  [1e-9, "ns"],
];

function threeDigits(value: number): string {
  return Number(value.toPrecision(3)).toLocaleString("en-US", { maximumFractionDigits: 12 });
}

/** 11574 -> "11.6K"; numbers below 1000 keep three digits. */
export function formatNumber(value: number): string {
  const size = Math.abs(value);
  const [scale, suffix] = SCALES.find(([limit]) => size >= limit) ?? [1, ""];
  if (size >= 1e15 || (size > 0 && size < 1e-3)) return value.toExponential(2);
  return `${threeDigits(value / scale)}${suffix}`;
}

const plural = (noun: string, value: number): string => {
  if (Math.abs(value) === 1) return noun;
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(s|x|ch|sh)$/.test(noun) ? noun : `${noun}s`;
};

const withPower = (name: string, power: number) => (power === 1 ? name : `${name}^${power}`);

/** "requests/user/second"; "a plain number" when there is no unit. */
export function describeDimensions(dimensions: Dimensions): string {
  const entries = Object.entries(dimensions);
  if (entries.length === 0) return "a plain number";
  const above = entries.filter(([, p]) => p > 0).map(([name, p]) => withPower(plural(name, 2), p));
  const below = entries.filter(([, p]) => p < 0).map(([name, p]) => withPower(name, -p));
  return `${above.join("·") || "1"}${below.map((name) => `/${name}`).join("")}`;
}

function scaled(value: number, units: [number, string][]): string {
  const size = Math.abs(value);
  const smallest = units.at(-1) ?? [1, ""];
  const [scale, unit] = units.find(([limit]) => size >= limit) ?? smallest;
  return `${value === 0 ? "0" : formatNumber(value / scale)} ${unit}`;
}

/** One reading of a quantity, its rate given per `period` when it has one. */
function reading(quantity: Quantity, perSeconds: number, period: string): string {
  const { byte = 0, second = 0, ...nouns } = quantity.dimensions;
  const others = Object.keys(nouns).length > 0;
  if (second === 1 && byte === 0 && !others) return scaled(quantity.value, TIME);
  const value = second === -1 ? quantity.value * perSeconds : quantity.value;
  const isData = byte === 1;
  const rest: Record<string, number> = { ...nouns };
  if (byte !== 0 && !isData) rest.byte = byte;
  if (second !== 0 && second !== -1) rest.second = second;
  const above = Object.entries(rest)
    .filter(([, p]) => p > 0)
    .map(([name, p]) => withPower(plural(name, value), p));
  const below = Object.entries(rest)
    .filter(([, p]) => p < 0)
    .map(([name, p]) => withPower(name, -p));
  if (second === -1) below.push(period);
  const number = isData ? scaled(value, DATA) : formatNumber(value);
  const head = [number, above.join("·")].filter((piece) => piece !== "").join(isData ? "·" : " ");
  return `${head}${below.map((name) => `${above.length === 0 && !isData ? " " : ""}/${name}`).join("")}`;
}

/** "11.6K users/s (1B users/day)". A rate shows both periods; a unit asked for with "in" is used alone. */
export function formatQuantity(
  quantity: Quantity,
  unit: { text: string; value: number } | null = null,
): string {
  if (unit) return `${formatNumber(quantity.value / unit.value)} ${unit.text}`;
  const perSecond = reading(quantity, 1, "s");
  if (quantity.dimensions.second !== -1) return perSecond;
  const perDay = reading(quantity, DAY_SECONDS, "day");
  return Math.abs(quantity.value) >= 1 ? `${perSecond} (${perDay})` : `${perDay} (${perSecond})`;
}
