import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRandom, shuffleInPlace } from "@/lib/random";
import { type Item, keyOf } from "./items";
import { buildQueue, countTomorrow } from "./queue";
import { newMemory, PHASES } from "./schedule";

const now = new Date("2026-11-29T10:00:00Z");
const endsAt = new Date("2026-11-30T04:00:00Z");
const instant = fc
  .integer({ min: -9_000, max: 9_000 })
  .map((minutes) => new Date(now.getTime() + minutes * 60_000));

const item = (id: number): fc.Arbitrary<Item> =>
  fc
    .record({
      phase: fc.constantFrom(...PHASES),
      dueAt: instant,
      addedAt: instant,
      isMissed: fc.boolean(),
      isSuspended: fc.boolean(),
      buriedUntil: fc.option(instant),
    })
    .map(({ phase, dueAt, ...rest }) => ({
      deck: "cases/video-recommendation",
      itemId: `card-${id}`,
      kind: "card",
      memory: { ...newMemory(now), phase, dueAt },
      ...rest,
    }));
const items = fc
  .nat({ max: 30 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, id) => item(id))));
const newLeft = fc.nat({ max: 8 });

describe("buildQueue", () => {
  it("holds the limit of new cards, and nothing that is suspended, put off or due after today", () => {
    fc.assert(
      fc.property(items, newLeft, (all, limit) => {
        const queue = buildQueue(all, { now, endsAt, newLeft: limit });
        expect(queue.filter(({ memory }) => memory.phase === "new").length).toBeLessThanOrEqual(limit);
        for (const { isSuspended, buriedUntil, memory } of queue) {
          expect(isSuspended).toBe(false);
          if (buriedUntil) expect(buriedUntil.getTime()).toBeLessThanOrEqual(now.getTime());
          if (memory.phase !== "new") expect(memory.dueAt.getTime()).toBeLessThan(endsAt.getTime());
        }
      }),
    );
  });

  it("is one order: however the items come, they leave the same", () => {
    fc.assert(
      fc.property(items, newLeft, fc.integer(), (all, limit, seed) => {
        const shuffled = [...all];
        shuffleInPlace(shuffled, createRandom(seed));
        const limits = { now, endsAt, newLeft: limit };
        expect(buildQueue(shuffled, limits).map(keyOf)).toEqual(buildQueue(all, limits).map(keyOf));
      }),
    );
  });

  it("asks missed points before the others, and the longest due first among equals", () => {
    fc.assert(
      fc.property(items, newLeft, (all, limit) => {
        const days = buildQueue(all, { now, endsAt, newLeft: limit }).filter(
          ({ memory }) => memory.phase === "review" || memory.phase === "new",
        );
        expect(days.map(({ isMissed }) => isMissed)).toEqual(
          days.map(({ isMissed }) => isMissed).sort((a, b) => Number(b) - Number(a)),
        );
        const reviews = days.filter(({ isMissed, memory }) => !isMissed && memory.phase === "review");
        const due = reviews.map(({ memory }) => memory.dueAt.getTime());
        expect(due).toEqual([...due].sort((a, b) => a - b));
      }),
    );
  });
});

it("counts for tomorrow what falls due and no more new cards than a day may bring", () => {
  const tomorrowEndsAt = new Date("2026-12-01T04:00:00Z");
  const fresh = Array.from({ length: 9 }, (_, id) => ({
    deck: "framework/clarify",
    itemId: `card-${id}`,
    kind: "card" as const,
    memory: newMemory(now),
    addedAt: now,
    isMissed: false,
    isSuspended: false,
    buriedUntil: null,
  }));
  const known: Item = {
    ...(fresh[0] as Item),
    itemId: "known",
    memory: { ...newMemory(now), phase: "review", dueAt: new Date("2026-11-30T10:00:00Z") },
  };
  const limits = { endsAt, tomorrowEndsAt, newLeft: 2, newPerDay: 5 };
  expect(countTomorrow([...fresh, known], limits)).toBe(6);
  expect(countTomorrow([...fresh.slice(0, 3), known], limits)).toBe(2);
});
