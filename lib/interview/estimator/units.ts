/**
 * Quantities with units for back-of-the-envelope estimates. A unit is a product of powers of base dimensions:
 * seconds, bytes, and any noun ("user", "request"), so that users per day and gigabytes cannot be added by mistake.
 * Data sizes are decimal (1 KB = 1000 bytes) unless written KiB, MiB, ...; a month is 30 days, a year 365.
 */

/** Base dimension -> exponent; exponents are never 0. */
export type Dimensions = Readonly<Record<string, number>>;
export type Quantity = { value: number; dimensions: Dimensions };

export const plainNumber = (value: number): Quantity => ({ value, dimensions: {} });

const seconds = (value: number): Quantity => ({ value, dimensions: { second: 1 } });
const bytes = (value: number): Quantity => ({ value, dimensions: { byte: 1 } });

const TIME: Record<string, number> = {
  ns: 1e-9,
  us: 1e-6,
  µs: 1e-6,
  ms: 1e-3,
  s: 1,
  sec: 1,
  second: 1,
  min: 60,
  minute: 60,
  h: 3600,
  hr: 3600,
  hour: 3600,
  day: 86_400,
  week: 604_800,
  month: 2_592_000,
  year: 31_536_000,
};
const DATA: Record<string, number> = {
  bit: 1 / 8,
  byte: 1,
  kb: 1e3,
  mb: 1e6,
  gb: 1e9,
  tb: 1e12,
  pb: 1e15,
  kib: 2 ** 10,
  mib: 2 ** 20,
  gib: 2 ** 30,
  tib: 2 ** 40,
  pib: 2 ** 50,
};
/** Scales keep their case: M is million, and a lone m is refused as it could be minutes. */
const SCALES: Record<string, number> = {
  k: 1e3,
  K: 1e3,
  M: 1e6,
  B: 1e9,
  bn: 1e9,
  T: 1e12,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  percent: 0.01,
};

/** "queries" -> "query", "users" -> "user"; words ending in ss or us stay. */
export function singular(word: string): string {
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(x|ch|sh|ss)es$/.test(word)) return word.slice(0, -2);
  return /[^su]s$/.test(word) ? word.slice(0, -1) : word;
}

/** What a word stands for; any word that is no known unit counts things of that name. Null for the ambiguous "m". */
export function unitOf(word: string): Quantity | null {
  const scale = SCALES[word];
  if (scale !== undefined) return plainNumber(scale);
  if (word === "m") return null;
  const lower = word.toLowerCase();
  const base = singular(lower);
  const time = TIME[lower] ?? TIME[base];
  if (time !== undefined) return seconds(time);
  const data = DATA[lower] ?? DATA[base];
  if (data !== undefined) return bytes(data);
  if (lower === "qps" || lower === "rps") return { value: 1, dimensions: { request: 1, second: -1 } };
  return { value: 1, dimensions: { [base]: 1 } };
}

function combine(a: Dimensions, b: Dimensions, sign: 1 | -1): Dimensions {
  const sum: Record<string, number> = { ...a };
  for (const [name, power] of Object.entries(b)) sum[name] = (sum[name] ?? 0) + sign * power;
  return Object.fromEntries(Object.entries(sum).filter(([, power]) => power !== 0));
}

export const multiply = (a: Quantity, b: Quantity): Quantity => ({
  value: a.value * b.value,
  dimensions: combine(a.dimensions, b.dimensions, 1),
});
export const divide = (a: Quantity, b: Quantity): Quantity => ({
  value: a.value / b.value,
  dimensions: combine(a.dimensions, b.dimensions, -1),
});
export const power = (a: Quantity, exponent: number): Quantity => ({
  value: a.value ** exponent,
  dimensions: Object.fromEntries(
    Object.entries(a.dimensions)
      .map(([name, p]) => [name, p * exponent])
      .filter(([, p]) => p !== 0),
  ),
});

export function sameDimensions(a: Dimensions, b: Dimensions): boolean {
  return Object.keys(combine(a, b, -1)).length === 0;
}
