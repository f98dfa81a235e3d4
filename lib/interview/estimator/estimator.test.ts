import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluateEstimate } from "./evaluate";
import { formatQuantity } from "./format";
import { evaluateSheet } from "./sheet";

const say = (expression: string): string => {
  const outcome = evaluateEstimate(expression);
  return outcome.ok
    ? formatQuantity(outcome.result, outcome.result.unit)
    : `${outcome.at}: ${outcome.message}`;
};

describe("estimates with units", () => {
  test.each([
    ["100M users * 10 / day", "11.6K users/s (1B users/day)"],
    ["100M users * 10 requests/user / day in requests/s", "11.6K requests/s"],
    ["1B videos * 128 * 4 bytes", "512 GB·videos"],
    ["1B * 128 * 4 bytes", "512 GB"],
    ["2 KiB + 24 bytes", "2.07 KB"],
    ["5% of 2,000,000 users", "100K users"],
    ["500 items x 0.2 ms/item", "100 ms"],
    ["1 / 2 s", "43.2K /day (0.5 /s)"],
    ["80 years in days", "29.2K days"],
    ["3 queries per user per day * 10 million users", "347 queries/s (30M queries/day)"],
    ["ceil(10.2) machines", "11 machines"],
    ["2^10 bytes", "1.02 KB"],
    ["0.99^100 + 4^0.5", "2.37"],
    ["sqrt(2) * exp(ln(3))", "4.24"],
    ["1 request / day", "1 request/day (1.16e-5 requests/s)"],
    ["-(3 - 5) * 4", "8"],
    ["12k qps * 2 KB/request", "24 MB/s (2.07 TB/day)"],
  ])("%s is %s", (expression, text) => {
    expect(say(expression)).toBe(text);
  });

  test.each([
    ["100M users + 3 GB", "11: users and bytes cannot be added."],
    ["3 GB in users", "8: bytes cannot be shown in users."],
    ["5 m", '2: Write "M" for million or "min" for minutes.'],
    ["2 * (3 + 4", "4: A bracket is not closed."],
    ["2 *", "3: Something is missing at the end."],
    ["1 / 0", "0: This divides by zero or is too large."],
    ["4 s^0.5", "4: A power is at most 1000, and whole for anything with a unit."],
    ["sqrt(4 s)", "0: sqrt needs a plain number, not seconds."],
    ["3 & 4", '2: "&" has no meaning here.'],
    ["10 20", '3: Did not expect "20" here.'],
    ["", "0: Nothing to work out yet."],
  ])("%s is refused: %s", (expression, message) => {
    expect(say(expression)).toBe(message);
  });

  test("no text makes it throw or take long", () => {
    const pieces = fc.array(
      fc.constantFrom(
        "(",
        ")",
        "1",
        "2.5e3",
        "M",
        "users",
        "/",
        "*",
        "^",
        "-",
        "in",
        "day",
        " ",
        "%",
        "é",
        "ceil",
      ),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(pieces, (list) => {
        expect(typeof say(list.join(""))).toBe("string");
      }),
      { numRuns: 500 },
    );
    expect(evaluateEstimate("(".repeat(300)).ok).toBe(false);
  });
});

test("a row may use the names of the rows above it, and an error stays in its row", () => {
  const rows = [
    { id: "a", name: "Daily users", expression: "100M users" },
    { id: "b", name: "QPS", expression: "daily_users * 10 requests/user / day" },
    { id: "c", name: "", expression: "qps + 1 GB" },
    { id: "d", name: "", expression: "qps * 3 in requests/s" },
  ];
  expect(evaluateSheet(rows).map((row) => (row.ok ? row.text : row.message))).toEqual([
    "100M users",
    "11.6K requests/s (1B requests/day)",
    "requests/second and bytes cannot be added.",
    "34.7K requests/s",
  ]);
});
