import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanText } from "@/lib/llm/fence";
import { needsReview, pairPoints, secondScore } from "./compare";
import { locateQuote, quoteLength } from "./locate-quote";
import { JUDGED_VERDICTS, type Judgement, type SecondPoint } from "./schema";
import { LEAST_QUOTE_CHARACTERS, verifyJudgement } from "./verify";

const word = fc.constantFrom(
  "split",
  "by",
  "time",
  "nicht",
  "Zeit",
  "p99",
  "two-tower",
  "ﬁxed",
  "naïve",
  "50%",
  "不是",
);
const text = fc.array(fc.tuple(word, fc.constantFrom(" ", ", ", ".\n\n- ", " **", "\u00ad ")), {
  maxLength: 30,
});
const joined = (pieces: [string, string][]) => pieces.map((piece) => piece.join("")).join("");
const ids = ["a", "b", "c", "d"];
const judgement: fc.Arbitrary<Judgement> = fc.record({
  points: fc.array(
    fc.record({
      id: fc.constantFrom(...ids, "made-up"),
      quote: fc.oneof(fc.string(), text.map(joined)),
      verdict: fc.constantFrom(...JUDGED_VERDICTS),
      why: fc.string(),
    }),
    { maxLength: 8 },
  ),
  followUp: fc.string(),
  injectionSeen: fc.boolean(),
});

describe("a quote", () => {
  it("taken from a text is found in it, through the cleaning that the model saw it in, at words that equal it", () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (pieces, from, length) => {
        const written = joined(pieces);
        const start = from % (pieces.length + 1);
        const quote = cleanText(joined(pieces.slice(start, start + 1 + (length % 6))));
        const place = locateQuote(written, quote);
        if (quoteLength(quote) === 0) return place === null;
        if (!place) throw new Error(`not found: ${quote}`);
        return locateQuote(quote, written.slice(place.start, place.end)) !== null;
      }),
    );
  });

  it("may differ in case, Markdown and line breaks, and in nothing else", () => {
    const written = "We split **by time**,\nnot at random (p99 < 50 ms).";
    expect(locateQuote(written, "we split by time, not at random")).toEqual({ start: 0, end: 35 });
    expect(locateQuote(written, "we split by time ... at random")).toBeNull();
    expect(locateQuote(written, "we split by tim")).toBeNull();
    expect(locateQuote(written, "split at random")).toBeNull();
  });
});

describe("the verifier", () => {
  const verify = (judged: Judgement, answer: string, overlap = 1) =>
    verifyJudgement(judged, {
      pointIds: ids,
      answers: { whole: answer },
      parts: ["whole"],
      overlap: () => overlap,
    });

  it("gives one verdict for each point asked about, and credit only with words that stand in the answer", () => {
    fc.assert(
      fc.property(judgement, text.map(joined), (judged, answer) => {
        const { points, unknownIds } = verify(judged, answer);
        expect(points.map(({ id }) => id)).toEqual(ids);
        expect(unknownIds).toBe(judged.points.filter(({ id }) => id === "made-up").length);
        for (const { credit, receipt, verdict, dropped } of points) {
          if (credit > 0) expect(receipt).not.toBeNull();
          if (dropped) expect([verdict, credit, receipt]).toEqual(["not-sure", 0, null]);
          if (!receipt) continue;
          expect(answer.slice(receipt.start, receipt.end)).toBe(receipt.quote);
          expect(quoteLength(receipt.quote)).toBeGreaterThanOrEqual(LEAST_QUOTE_CHARACTERS);
        }
      }),
    );
  });

  it("credits nothing that has nothing to do with its point", () => {
    fc.assert(
      fc.property(judgement, text.map(joined), (judged, answer) => {
        expect(verify(judged, answer, 0).points.every(({ credit }) => credit === 0)).toBe(true);
      }),
    );
  });

  it("says why a verdict does not count", () => {
    const point = (id: string, quote: string) => ({ id, quote, verdict: "met" as const, why: "" });
    const judged = {
      points: [
        point("a", ""),
        point("b", "by time"),
        point("c", "never written here"),
        point("d", "split by time"),
      ],
      followUp: "",
      injectionSeen: false,
    };
    const drops = (overlap: number) =>
      verify(judged, "We split by time.", overlap).points.map(({ dropped }) => dropped);
    expect(drops(1)).toEqual(["no-quote", "short-quote", "not-in-answer", null]);
    expect(drops(0)[3]).toBe("off-topic");
  });

  it("takes one quote for three points and not for a fourth", () => {
    const drops = (count: number) => {
      const points = ids
        .slice(0, count)
        .map((id) => ({ id, quote: "split by time", verdict: "met" as const, why: "" }));
      return verify({ points, followUp: "", injectionSeen: false }, "We split by time.").points.map(
        ({ dropped }) => dropped,
      );
    };
    expect(drops(3)).toEqual([null, null, null, null]);
    expect(drops(4)).toEqual(["reused", "reused", "reused", "reused"]);
  });
});

describe("the comparison", () => {
  const second = (id: string, credit: number): SecondPoint => ({
    id,
    credit,
    said: "met",
    verdict: "met",
    receipt: null,
    why: "",
    dropped: null,
  });
  const first = (id: string, credit: number, weight = 1, isExpected = true) => ({
    id,
    credit,
    weight,
    isExpected,
  });

  it("weighs the second credits as the report weighs its own, over expected points alone", () => {
    const pairs = pairPoints(
      [first("a", 0, 3), first("b", 1, 1), first("c", 1, 9, false)],
      [second("a", 1), second("b", 0), second("c", 1)],
    );
    expect(secondScore(pairs)).toBeCloseTo(0.75);
    expect(secondScore([])).toBeNull();
  });

  it("asks for a person when most of what the model credits leaves no trace for the report's grader", () => {
    const of = (credits: number[]) =>
      needsReview(
        pairPoints(
          credits.map((credit, i) => first(`p${i}`, credit)),
          credits.map((_, i) => second(`p${i}`, 1)),
        ),
      );
    expect(of([0, 0.1, 0.1, 0.9])).toBe(true);
    expect(of([0, 0.1, 0.9, 0.9])).toBe(false);
    expect(of([0, 0.1])).toBe(false);
  });
});
