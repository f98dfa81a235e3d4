import { describe, expect, it } from "vitest";
import { segment } from "@/lib/grading/text/segments";
import { stanceOf } from "./stance";

/** Whether `phrase` is proposed in the text. */
function isProposed(text: string, phrase: string): boolean {
  const segments = segment(text);
  const at = text.indexOf(phrase);
  expect(at).toBeGreaterThanOrEqual(0);
  const index = segments.findIndex(({ start, end }) => start <= at && at < end);
  const piece = segments[index];
  if (!piece) return false;
  const token = piece.tokens.findIndex(({ start }) => start >= at);
  return stanceOf(text, piece, segments[index + 1]).proposed[token] ?? false;
}

describe("what is proposed", () => {
  it.each([
    ["We split the rows at random.", "at random"],
    ["I would use a pairwise loss here.", "pairwise loss"],
    ["Random split, 80 to 20.", "Random split"],
    ["With rows shuffled, we take a fifth as the test set.", "shuffled"],
    ["- random split\n- AUC", "random split"],
    ["We cache pages, because each page is asked for often.", "cache"],
    ["The label is a click, which is easy to log.", "click"],
  ])("%j proposes %j", (text, phrase) => {
    expect(isProposed(text, phrase)).toBe(true);
  });

  it.each([
    ["A random split would leak, so we split by time.", "random split"],
    ["With a random split, later watches would be in training.", "random split"],
    ["We do not split at random.", "at random"],
    ["We split by time instead of at random.", "at random"],
    ["Time tells more than a random split.", "random split"],
    ["Should we split at random?", "at random"],
    ["If we split at random, the same user is on both sides.", "at random"],
    ["We could split at random. However, that leaks.", "at random"],
    ["A random split is simple. But this leaks the future.", "random split"],
    ["A nightly list is not enough.", "nightly list"],
    ["That rules out nightly lists.", "nightly lists"],
    ["A nightly list is too old.", "nightly list"],
    ["Clicks are not the goal.", "Clicks"],
    ["With rows shuffled, the test praises memory.", "shuffled"],
    ["A random split puts one hour on both sides.", "random split"],
    ["Today's system trains at night.", "trains"],
    ["## Random split", "Random split"],
    ["It is a mistake to split at random.", "at random"],
  ])("%j does not propose %j", (text, phrase) => {
    expect(isProposed(text, phrase)).toBe(false);
  });
});
