/**
 * Which column holds the user, the item, the rating and the time: by the names in the header, then by what the values
 * look like, then by place. A guess only; whoever owns the file confirms or changes it.
 */
import type { Separator } from "./delimited";
import type { TextEncodingName } from "./line-reader";
import { parseTime, TIME_FORMATS, type TimeFormat } from "./times";

export const ROLES = ["user", "item", "rating", "time"] as const;
export type Role = (typeof ROLES)[number];

/** Column numbers from 0; null when the file has none (a file without ratings is implicit feedback). */
export type ColumnRoles = {
  readonly user: number;
  readonly item: number;
  readonly rating: number | null;
  readonly time: number | null;
};

/** All that is needed to read a file of ratings. */
export type RatingsLayout = {
  readonly separator: Separator;
  readonly encoding: TextEncodingName;
  readonly hasHeader: boolean;
  readonly columnCount: number;
  readonly roles: ColumnRoles;
  readonly timeFormat: TimeFormat;
};

export type Evidence = "name" | "content" | "place";
export type RolesGuess = {
  readonly roles: { readonly [Name in Role]: number | null };
  /** What each guess rests on. */
  readonly because: Readonly<Partial<Record<Role, Evidence>>>;
  readonly timeFormat: TimeFormat;
};

const NAMES: Record<Role, RegExp> = {
  user: /^(user|uid$|usr|reader|reviewer|customer|client|member|account|person|visitor|session|viewer|listener)/,
  item: /^(item|iid$|movie|film|book|isbn|track|song|artist|product|asin|video|article|game|anime|recipe|business|content|show)/,
  rating: /(rating|score|stars?$|overall|preference|^value$|^rate$|plays|playcount)/,
  time: /(time|date|^ts$|unix|^when$|created)/,
};

type Column = {
  readonly distinct: number;
  readonly isNumeric: boolean;
  readonly minimum: number;
  readonly maximum: number;
  readonly timeFormat: TimeFormat | null;
};

/** Plausible moments: 1990 to 2100. */
const FIRST_MOMENT = 631_152_000;
const LAST_MOMENT = 4_102_444_800;
const MAX_RATING_VALUES = 101;

function describeColumn(values: readonly string[]): Column {
  const numbers = values
    .map((value) => Number(value.replace(",", ".") || Number.NaN))
    .filter(Number.isFinite);
  const isNumeric = numbers.length >= 0.9 * values.length;
  const moments = (format: TimeFormat) =>
    values.filter((value) => {
      const time = parseTime(value, format);
      return time !== null && time >= FIRST_MOMENT && time <= LAST_MOMENT;
    }).length;
  return {
    distinct: new Set(values).size,
    isNumeric,
    minimum: numbers.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY),
    maximum: numbers.reduce((top, value) => Math.max(top, value), Number.NEGATIVE_INFINITY),
    timeFormat: TIME_FORMATS.find((format) => moments(format) >= 0.9 * Math.max(1, values.length)) ?? null,
  };
}

const looksLikeRating = ({ isNumeric, distinct, minimum, maximum }: Column, rows: number) =>
  isNumeric && minimum >= -10 && maximum <= 100 && distinct <= Math.min(MAX_RATING_VALUES, 1 + rows / 2);

/** A first line is a header when it names a role, or when no cell is a number where all others are. */
export function isHeader(first: readonly string[], others: readonly (readonly string[])[]): boolean {
  const names = first.map(normaliseName);
  if (names.some((name) => Object.values(NAMES).some((pattern) => pattern.test(name)))) return true;
  return first.some((cell, c) => {
    const below = others.map((row) => row[c] ?? "");
    return below.length > 0 && !isNumber(cell) && below.every(isNumber);
  });
}

const isNumber = (cell: string) => cell !== "" && Number.isFinite(Number(cell));
const normaliseName = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, "");

/** `header` is null when the file has none; `rows` are cells of a sample, all of the same length. */
export function guessRoles(
  header: readonly string[] | null,
  rows: readonly (readonly string[])[],
): RolesGuess {
  const width = rows[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, c) => describeColumn(rows.map((row) => row[c] ?? "")));
  const roles: Record<Role, number | null> = { user: null, item: null, rating: null, time: null };
  const because: Partial<Record<Role, Evidence>> = {};
  const free = () => columns.map((_, c) => c).filter((c) => !Object.values(roles).includes(c));
  const assign = (role: Role, column: number | undefined, evidence: Evidence) => {
    if (roles[role] !== null || column === undefined) return;
    roles[role] = column;
    because[role] = evidence;
  };
  const names = header?.map(normaliseName) ?? [];
  for (const role of ROLES)
    assign(
      role,
      free().find((c) => NAMES[role].test(names[c] ?? "")),
      "name",
    );
  assign(
    "time",
    free().find((c) => columns[c]?.timeFormat),
    "content",
  );
  for (const role of ["user", "item"] as const) assign(role, free()[0], "place");
  const rated = free().filter((c) => looksLikeRating(columns[c] as Column, rows.length));
  assign("rating", rated[0], "content");
  const time = roles.time === null ? null : columns[roles.time];
  return { roles, because, timeFormat: time?.timeFormat ?? "seconds" };
}
