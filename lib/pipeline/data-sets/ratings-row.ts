/** One line of a ratings file: read into a row, or refused with what is wrong about it. */
import type { RatingsLayout } from "./columns";
import { splitCells } from "./delimited";
import type { RatingTableBuilder } from "./rating-table";
import { parseTime } from "./times";

const TIME_WORDS = {
  seconds: "a number of seconds",
  milliseconds: "a number of milliseconds",
  date: "a date like 2019-12-31 or 2019-12-31T23:59:59Z",
} as const;
const MAX_QUOTED = 40;

const quote = (cell: string) => `"${cell.length > MAX_QUOTED ? `${cell.slice(0, MAX_QUOTED)}…` : cell}"`;

/** 4.5 and 4,5 alike; null for anything that is not a finite number. */
function parseRating(cell: string): number | null {
  const value = Number(/^-?\d+,\d+$/.test(cell) ? cell.replace(",", ".") : cell);
  return cell === "" || !Number.isFinite(value) ? null : value;
}

/** Adds the row to the builder and returns null, or returns what is wrong with the line. Not for blank lines. */
export function addRow(builder: RatingTableBuilder, line: string, layout: RatingsLayout): string | null {
  const { separator, columnCount, roles, timeFormat } = layout;
  const cells = splitCells(line, separator);
  if (!cells) return "a quote is opened and never closed";
  if (cells.length !== columnCount) return `expected ${columnCount} columns, found ${cells.length}`;
  const user = cells[roles.user] ?? "";
  const item = cells[roles.item] ?? "";
  if (user === "" || item === "") return `the ${user === "" ? "user" : "item"} is empty`;
  const ratingCell = roles.rating === null ? "1" : (cells[roles.rating] ?? "");
  const rating = parseRating(ratingCell);
  if (rating === null) return `rating ${quote(ratingCell)} is not a number`;
  const timeCell = roles.time === null ? "0" : (cells[roles.time] ?? "");
  const time = roles.time === null ? 0 : parseTime(timeCell, timeFormat);
  if (time === null) return `time ${quote(timeCell)} is not ${TIME_WORDS[timeFormat]}`;
  builder.add(user, item, rating, time);
  return null;
}
