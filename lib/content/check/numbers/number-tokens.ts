/**
 * Numbers in prose: the value a reader takes from "10 million", "28,935", "8.3%" or "1.5 kB", to the precision shown.
 * Digits that name something (NDCG@10, p99, int8, DCN-v2, 2016, 14:00, section 3) are no numbers here.
 */

/** What a number counts in. Numbers of one family can be compared: 0.2 s is 200 ms. */
export type Unit = { family: "time" | "data" | "share" | "money" | "other"; scale: number };

export type NumberToken = {
  /** As written, with its magnitude and unit. */
  text: string;
  /** Offset in the text that was read, in characters. */
  index: number;
  /** Magnitude words multiplied in, the unit not: 1.5 kB is 1.5, 10 million is 10,000,000. */
  value: number;
  /** Half a unit of the last digit that means something: 231,000 stands for 230,500 to 231,500. */
  tolerance: number;
  unit: Unit | null;
  /** A whole number up to ten that counts nothing measured: "3 of the 5". */
  isSmallCount: boolean;
};

/** How far back the word in front of a number is looked for. */
const LONGEST_WORD = 60;
const DIGITS = /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|(?<!\d)\.\d+/g;
/** Joined to letters before it, a number is part of a name: top-10, D+1, x1. */
const NAME_BEFORE = /(?=[\p{L}\p{N}_@+./-]*\p{L})[\p{L}\p{N}_@+./-]*$/u;
const NUMBERED =
  /(?:\b(?:sections?|chapters?|figures?|tables?|steps?|rules?|pages?|probes?|minute)\s|[#§])$/i;
const NOT_NUMBERS =
  /\d+(?:\.\d+){2,}|\d{4}-\d{2}-\d{2}|\b(?:[01]?\d|2[0-3]):[0-5]\d\b|\b\d{1,2}(?= (?:January|February|March|April|May|June|July|August|September|October|November|December)\b)/g;
const ORDINAL = /^(?:st|nd|rd|th)\b/;
const YEAR = /^(?:19[5-9]\d|20[0-3]\d)$/;
const INTERVIEW_LENGTHS = /^(?:30|45|60)(?:(?:,| and| or| to|\/|–)*\s*(?:30|45|60))*[\s-]?min(?:ute)?s?\b/;
const SUPERSCRIPT = /^⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+/;
const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const MAGNITUDE =
  /^(?:e([+-]?\d+)\b|\s?(k|K|M|B|bn|T|tn)(?![\p{L}\p{N}])|[\s-](thousand|million|billion|trillion)\b)/u;
const MAGNITUDES: Record<string, number> = {
  k: 1e3,
  K: 1e3,
  M: 1e6,
  B: 1e9,
  bn: 1e9,
  T: 1e12,
  tn: 1e12,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};

const time = (scale: number): Unit => ({ family: "time", scale });
const data = (scale: number): Unit => ({ family: "data", scale });
const share: Unit = { family: "share", scale: 0.01 };
const other: Unit = { family: "other", scale: 1 };
const UNITS: [RegExp, Unit][] = [
  [/^\s?%|^[\s-]percent(?:age points?)?\b/, share],
  [/^[\s-]?(?:ns|nanoseconds?)\b/, time(1e-9)],
  [/^[\s-]?(?:µs|μs|us|microseconds?)\b/, time(1e-6)],
  [/^[\s-]?(?:ms|milliseconds?)\b/, time(1e-3)],
  [/^[\s-]?(?:s|seconds?)\b(?!['’])/, time(1)],
  [/^[\s-]?(?:min|minutes?)\b/, time(60)],
  [/^[\s-]?(?:h|hours?)\b/, time(3_600)],
  [/^[\s-](?:server-|core-|GPU-)?days?\b/, time(86_400)],
  [/^[\s-](?:server-|core-|GPU-)?seconds?\b/, time(1)],
  [/^[\s-]weeks?\b/, time(604_800)],
  [/^[\s-]months?\b/, time(2_592_000)],
  [/^[\s-]years?\b/, time(31_536_000)],
  [/^[\s-]?Gbit\b/, data(1e9 / 8)],
  [/^[\s-]bits?\b/, data(1 / 8)],
  [/^[\s-]bytes?\b/, data(1)],
  [/^[\s-]?[kK]B\b/, data(1e3)],
  [/^[\s-]?MB\b/, data(1e6)],
  [/^[\s-]?GB\b/, data(1e9)],
  [/^[\s-]?TB\b/, data(1e12)],
  [/^[\s-]?PB\b/, data(1e15)],
  [/^[\s-]?KiB\b/, data(2 ** 10)],
  [/^[\s-]?MiB\b/, data(2 ** 20)],
  [/^[\s-]?GiB\b/, data(2 ** 30)],
  [/^[x×°](?!\p{L})|^[\s-]?(?:QPS|degrees?)\b/u, other],
];

/** Every number of a text that is a quantity, in order. */
export function numbersIn(text: string): NumberToken[] {
  const blanked = text.replace(NOT_NUMBERS, (match) => "\u00a0".repeat(match.length));
  return [...blanked.matchAll(DIGITS)].flatMap((match) => readNumber(text, match[0], match.index) ?? []);
}

function readNumber(text: string, digits: string, at: number): NumberToken | null {
  const before = text.slice(Math.max(0, at - LONGEST_WORD), at);
  const after = text.slice(at + digits.length);
  if (NAME_BEFORE.test(before) || NUMBERED.test(before) || ORDINAL.test(after)) return null;
  if (INTERVIEW_LENGTHS.test(text.slice(at))) return null;
  const scale = readMagnitude(digits, after);
  const isMoney = /[$€£]$/.test(before);
  const unit = isMoney
    ? { unit: { family: "money", scale: 1 } as const, length: 0 }
    : readUnit(after.slice(scale.length));
  if (YEAR.test(digits) && scale.length === 0 && unit === null) return null;
  const isNegative = /(?:^|[\s([])[-−]$/.test(before);
  const plain = Number(digits.replaceAll(",", ""));
  return {
    text: text.slice(
      at - (isNegative || isMoney ? 1 : 0),
      at + digits.length + scale.length + (unit?.length ?? 0),
    ),
    index: at,
    value: (isNegative ? -1 : 1) * scale.apply(plain),
    tolerance: scale.isFactor ? scale.apply(lastDigit(digits) / 2) : 0,
    unit: unit?.unit ?? null,
    isSmallCount: /^(?:\d|10)$/.test(digits) && scale.length === 0 && unit === null,
  };
}

type Magnitude = { length: number; isFactor: boolean; apply: (value: number) => number };

/** "k", "million", "e6", or a power in superscript behind the digits. */
function readMagnitude(digits: string, after: string): Magnitude {
  const superscript = SUPERSCRIPT.exec(after)?.[0];
  if (superscript !== undefined) {
    const size = Number([...superscript.replace("⁻", "")].map((sign) => SUPERSCRIPTS.indexOf(sign)).join(""));
    const exponent = superscript.startsWith("⁻") ? -size : size;
    return {
      length: superscript.length,
      isFactor: false,
      apply: (value) => Number((value ** exponent).toPrecision(15)),
    };
  }
  const match = MAGNITUDE.exec(after);
  if (!match) return { length: 0, isFactor: true, apply: (value) => value };
  // "1.05 M" times a million is 1049999.99…: digits are shifted as text.
  const factor =
    match[1] === undefined ? (MAGNITUDES[match[2] ?? match[3] ?? ""] ?? 1) : 10 ** Number(match[1]);
  return {
    length: match[0].length,
    isFactor: true,
    apply: (value) => Number((value * factor).toPrecision(Math.max(15, digits.length))),
  };
}

function readUnit(after: string): { unit: Unit; length: number } | null {
  for (const [pattern, unit] of UNITS) {
    const match = pattern.exec(after)?.[0];
    if (match !== undefined) return { unit, length: match.length };
  }
  return null;
}

/** The size of the last digit that means something. Zeros at the end of a whole number are only its size, from the third digit on. */
function lastDigit(digits: string): number {
  const decimals = /\.(\d+)$/.exec(digits)?.[1]?.length;
  if (decimals !== undefined) return 10 ** -decimals;
  const whole = digits.replaceAll(",", "");
  const zeros = /0*$/.exec(whole)?.[0].length ?? 0;
  return 10 ** Math.max(0, Math.min(zeros, whole.length - 2));
}
