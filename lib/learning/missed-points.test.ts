import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY_MS } from "./day";
import { type Application, followPoint, missedOf, type PointEvent, transferQuestion } from "./missed-points";

const start = new Date("2026-11-01T10:00:00Z");
const day = (n: number) => new Date(start.getTime() + n * DAY_MS);
const cards = ["one", "two"];
const missed: PointEvent = { kind: "missed", at: start };
const graded = (itemId: string, recalled: boolean, n: number): PointEvent => ({
  kind: "graded",
  itemId,
  recalled,
  at: day(n),
});
const transfer = (right: boolean, n: number): PointEvent => ({ kind: "transfer", right, at: day(n) });

describe("followPoint", () => {
  it("stays missed until every card of the point was recalled, then waits a week for its question", () => {
    expect(followPoint(cards, [missed, graded("one", true, 1)]).status).toBe("missed");
    expect(followPoint(cards, [missed, graded("one", true, 1), graded("two", true, 3)])).toEqual({
      status: "demonstrated",
      since: day(3),
      transferDueAt: day(10),
    });
  });

  it("is retained by a right answer a week later, and has nothing left to ask", () => {
    const events = [missed, graded("one", true, 1), graded("two", true, 1), transfer(true, 8)];
    expect(followPoint(cards, events)).toEqual({ status: "retained", since: day(8), transferDueAt: null });
  });

  it.each([
    ["a failed card", graded("one", false, 20)],
    ["a wrong answer", transfer(false, 20)],
    ["an interview that misses it again", { kind: "missed", at: day(20) } as PointEvent],
  ])("falls again by %s", (_what, fall) => {
    const events = [missed, graded("one", true, 1), graded("two", true, 1), transfer(true, 8), fall];
    expect(followPoint(cards, events)).toEqual({ status: "missed", since: day(20), transferDueAt: null });
  });

  it("after one failed card needs that card alone; after a wrong answer all of them", () => {
    const known = [missed, graded("one", true, 1), graded("two", true, 1)];
    const slip = [...known, graded("one", false, 2), graded("one", true, 3)];
    expect(followPoint(cards, slip).status).toBe("demonstrated");
    const wrong = [...known, transfer(false, 9), graded("one", true, 10)];
    expect(followPoint(cards, wrong).status).toBe("missed");
    expect(followPoint(cards, [...wrong, graded("two", true, 10)]).status).toBe("demonstrated");
  });

  it("is demonstrated by an interview that makes the point", () => {
    expect(followPoint(cards, [missed, { kind: "made", at: day(4) }]).status).toBe("demonstrated");
  });

  it("does not depend on the order in which events are read, and offers a question only while demonstrated", () => {
    const event = fc
      .integer({ min: 1, max: 60 })
      .chain((n) =>
        fc.constantFrom<PointEvent>(
          graded("one", true, n),
          graded("two", true, n),
          graded("one", false, n),
          transfer(true, n),
          transfer(false, n),
          { kind: "made", at: day(n) },
        ),
      );
    const unique = fc.uniqueArray(event, { maxLength: 15, selector: ({ at }) => at.getTime() });
    fc.assert(
      fc.property(unique, (events) => {
        const progress = followPoint(cards, [missed, ...events]);
        expect(followPoint(cards, [missed, ...events].reverse())).toEqual(progress);
        expect(progress.transferDueAt !== null).toBe(progress.status === "demonstrated");
      }),
    );
  });
});

it("missedOf keeps what the level expects, the heaviest loss first", () => {
  const point = (id: string, credit: number, weight: number, isExpected = true) => ({
    id,
    credit,
    weight,
    isExpected,
  });
  const points = [
    point("light", 0, 1),
    point("made", 0.5, 3),
    point("heavy", 0.2, 3),
    point("beyond", 0, 3, false),
  ];
  expect(missedOf(points).map(({ id }) => id)).toEqual(["heavy", "light"]);
});

describe("transferQuestion", () => {
  const point = {
    deck: "cases/video-recommendation",
    level: "senior",
    chapter: "/framework/data#labels",
  } as const;
  const question = (
    deck: string,
    itemId: string,
    level: Application["level"],
    chapter: string,
  ): Application => ({
    deck,
    itemId,
    level,
    chapter,
  });
  const all = [
    question("cases/video-recommendation", "own", "senior", "/framework/data#labels"),
    question("cases/search-ranking", "page", "senior", "/framework/data#splits"),
    question("cases/search-ranking", "heading-staff", "staff", "/framework/data#labels"),
    question("cases/ad-click-prediction", "heading", "senior", "/framework/data#labels"),
    question("cases/ad-click-prediction", "elsewhere", "senior", "/framework/serve#labels"),
  ];
  const none = () => false;
  const order = (isSeen: (q: Application) => boolean) => {
    const asked = new Set<string>();
    for (;;) {
      const next = transferQuestion(point, all, { isAsked: (q) => asked.has(q.itemId), isSeen });
      if (!next) return [...asked];
      asked.add(next.itemId);
    }
  };

  it("comes from another case and the same page: same heading first, then the nearest level, each once", () => {
    expect(order(none)).toEqual(["heading", "heading-staff", "page"]);
  });

  it("prefers a question that was not seen in practice", () => {
    expect(order(({ itemId }) => itemId === "heading")).toEqual(["heading-staff", "page", "heading"]);
  });
});
