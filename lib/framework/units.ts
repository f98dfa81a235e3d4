/**
 * Numbers as people read them: three significant digits, SI prefixes, always a unit. One locale, so that server and
 * browser write the same characters.
 */
const THIN = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 3 });
/** Between number and unit, so that a line never ends on the number alone. */
export const NO_BREAK_SPACE = "\u00a0";
const WHOLE = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });

/** 28935.2 -> "28,935": every digit of a whole number. */
export function formatWhole(value: number): string {
  return WHOLE.format(value);
}

/** Three significant digits with a prefix: 2.89e7 -> "28.9 M", 2e10 -> "20 bn", 1234 -> "1,230", 0.0123 -> "0.0123". */
export function formatCount(value: number): string {
  return formatScaled(value, [
    [1e12, " tn"],
    [1e9, " bn"],
    [1e6, " M"],
    [1, ""],
  ]);
}

/** For the ticks of an axis, as short as it goes: 1e5 -> "100k", 1e9 -> "1bn". */
export function formatTick(value: number): string {
  return formatScaled(value, [
    [1e12, "tn"],
    [1e9, "bn"],
    [1e6, "M"],
    [1e3, "k"],
    [1, ""],
  ]);
}

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** A number given by its decimal logarithm: 8.27 -> "186 M", 23.6 -> "10²⁴". */
export function formatPowerOfTen(log10: number): string {
  if (log10 < 12) return formatCount(10 ** log10);
  return `10${[...String(Math.round(log10))].map((digit) => SUPERSCRIPTS[Number(digit)]).join("")}`;
}

/** SI bytes: 1.024e10 -> "10.2 GB". */
export function formatBytes(bytes: number): string {
  return formatScaled(bytes, [
    [1e15, " PB"],
    [1e12, " TB"],
    [1e9, " GB"],
    [1e6, " MB"],
    [1e3, " kB"],
    [1, " B"],
  ]);
}

/** 0.42 -> "0.42 ms", 1530 -> "1.53 s". */
export function formatMilliseconds(milliseconds: number): string {
  return formatScaled(milliseconds, [
    [1000, " s"],
    [1, " ms"],
  ]);
}

/** A share as percent with three significant digits: 0.0826 -> "8.26%". */
export function formatPercent(share: number): string {
  return `${THIN.format(share * 100)}%`;
}

/** A share as whole percent: 0.951 -> "95%". */
export function formatWholePercent(share: number): string {
  return `${WHOLE.format(share * 100)}%`;
}

/** A share as a number of percent, free of binary noise: 0.07 -> 7, not 7.000000000000001. */
export function percentOf(share: number): number {
  return Number((share * 100).toPrecision(6));
}

/** Three significant digits, no unit: 0.96081 -> "0.961". */
export function formatNumber(value: number): string {
  return THIN.format(value);
}

/** A fixed number of decimals, for columns that are compared. */
export function formatFixed(value: number, decimals: number): string {
  return value.toLocaleString("en-US", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}

/** "1 day", "14 days"; the word takes an s except for one. */
export function formatWithNoun(value: number, noun: string): string {
  return `${formatWhole(value)} ${noun}${value === 1 ? "" : "s"}`;
}

/** Picks the first prefix at which the value, rounded to three digits, is at least 1; the last one otherwise. */
function formatScaled(value: number, prefixes: readonly (readonly [number, string])[]): string {
  const magnitude = Math.abs(Number(value.toPrecision(3)));
  const [scale, suffix] = prefixes.find(([size]) => magnitude >= size) ??
    prefixes[prefixes.length - 1] ?? [1, ""];
  return `${THIN.format(value / scale)}${suffix.replace(" ", NO_BREAK_SPACE)}`;
}

const SUFFIX_FACTOR: Readonly<Record<string, number>> = {
  "": 1,
  k: 1e3,
  m: 1e6,
  b: 1e9,
  bn: 1e9,
  g: 1e9,
  t: 1e12,
  tn: 1e12,
};

/** Reads what people type: "100,000,000", "100M", "2.5 k", "1e8", "5%". Null when it is not a number. The % is ignored. */
export function parseQuantity(text: string): number | null {
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(bn|tn|[kmbgt]?)%?$/.exec(
    text.replace(/[,\s_]/g, "").toLowerCase(),
  );
  const value = Number(match?.[1] ?? Number.NaN) * (SUFFIX_FACTOR[match?.[2] ?? ""] ?? Number.NaN);
  return Number.isFinite(value) ? value : null;
}
