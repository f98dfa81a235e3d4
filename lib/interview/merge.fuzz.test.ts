/** Random interleavings of writers who see each other late: everyone ends with one text that holds all that was typed. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { EMPTY_TEXT, mergeSplice, type Overlap, type SharedText } from "./merge";
import { storableText } from "./storable-text";
import { applyChange, changeFromSplice, diffSplice, transform } from "./text-change";

type Entry = { origin: string; base: number; index: number; remove: number; insert: string };
const fold = (log: readonly Entry[]): { shared: SharedText; overlaps: Overlap[] } => {
  let shared = EMPTY_TEXT;
  const overlaps: Overlap[] = [];
  log.forEach(({ origin, base, ...splice }, i) => {
    const merged = mergeSplice(shared, { seq: i + 1, origin, base, splice });
    shared = merged.shared;
    overlaps.push(...merged.overlaps);
  });
  return { shared, overlaps };
};

/** A writer sees the log up to `seen`, and shows its own unsent entries after that. */
class Writer {
  seen = 0;
  unsent: Entry[] = [];
  constructor(
    readonly origin: string,
    readonly log: Entry[],
  ) {}
  shown(): string {
    return fold([...this.log.slice(0, this.seen), ...this.unsent]).shared.text;
  }
  send(count: number): void {
    this.log.push(...this.unsent.splice(0, count));
  }
  /** Sees more of the log, but never less than what it has sent itself: the server answers a save with the log. */
  receive(upTo: number): void {
    this.seen = Math.max(this.seen, Math.min(upTo, this.log.length));
  }
}

const stepArbitrary = fc.record({
  who: fc.nat(2),
  what: fc.constantFrom("insert", "insert", "insert", "replace", "remove", "send", "send", "receive"),
  place: fc.double({ min: 0, max: 1, noNaN: true }),
  size: fc.nat(6),
});

const lastOwn = (log: readonly Entry[], origin: string) =>
  log.findLastIndex((entry) => entry.origin === origin) + 1;

function run(steps: readonly { who: number; what: string; place: number; size: number }[]) {
  const log: Entry[] = [];
  const writers = ["tab-a", "tab-b", "tab-c"].map((origin) => new Writer(origin, log));
  const typed = new Set<string>();
  const deleted = new Set<string>();
  let next = 0;
  for (const { who, what, place, size } of steps) {
    const writer = writers[who] as Writer;
    if (what === "send") {
      writer.send(1 + size);
      writer.receive(lastOwn(log, writer.origin));
    } else if (what === "receive") {
      if (writer.unsent.length === 0 || place > 0.3) writer.receive(Math.round(place * log.length));
    } else {
      const text = writer.shown();
      const index = Math.round(place * text.length);
      const remove = what === "insert" ? 0 : Math.min(size, text.length - index);
      // Each typed character is unique, so that its way can be followed.
      const insert =
        what === "remove"
          ? ""
          : Array.from({ length: 1 + size }, () => String.fromCharCode(0x4e00 + next++)).join("");
      for (const character of text.slice(index, index + remove)) deleted.add(character);
      for (const character of insert) typed.add(character);
      writer.unsent.push({ origin: writer.origin, base: writer.seen, index, remove, insert });
      const after = writer.shown();
      expect(after.slice(index, index + insert.length)).toBe(insert);
    }
  }
  for (const writer of writers) writer.send(Number.POSITIVE_INFINITY);
  for (const writer of writers) writer.receive(log.length);
  return { log, writers, typed, deleted };
}

test("no interleaving of three writers loses a character that nobody deleted, or brings one back", () => {
  fc.assert(
    fc.property(fc.array(stepArbitrary, { maxLength: 60 }), (steps) => {
      const { log, writers, typed, deleted } = run(steps);
      const { text } = fold(log).shared;
      for (const writer of writers) expect(writer.shown()).toBe(text);
      const expected = [...typed].filter((character) => !deleted.has(character)).sort();
      expect([...text].sort()).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});

test("each writer's own characters keep the order in which it placed them", () => {
  fc.assert(
    fc.property(fc.array(stepArbitrary, { maxLength: 40 }), (steps) => {
      const inserts = run(
        steps.map((step) => ({ ...step, what: step.what === "insert" ? "insert" : "send" })),
      );
      for (const entry of inserts.log) {
        const { text } = fold(inserts.log).shared;
        const positions = [...entry.insert].map((character) => text.indexOf(character));
        expect(positions).toEqual([...positions].sort((a, b) => a - b));
      }
    }),
    { numRuns: 200 },
  );
});

test("transform converges: a then b' is b then a'", () => {
  const text = "the quick brown fox";
  const splice = fc.record({ index: fc.nat(19), remove: fc.nat(19), insert: fc.string({ maxLength: 5 }) });
  fc.assert(
    fc.property(splice, splice, (first, second) => {
      const a = changeFromSplice(first, text.length);
      const b = changeFromSplice(second, text.length);
      const [aAfterB, bAfterA] = transform(a, b);
      expect(applyChange(applyChange(text, a), bAfterA)).toBe(applyChange(applyChange(text, b), aAfterB));
    }),
    { numRuns: 500 },
  );
});

test("diffSplice gives a splice that makes the one text from the other and cuts no surrogate pair", () => {
  const emoji = fc.string({ unit: fc.constantFrom("a", "b", "😀", "😁", "\n"), maxLength: 12 });
  fc.assert(
    fc.property(emoji, emoji, (from, to) => {
      const splice = diffSplice(from, to);
      if (!splice) {
        expect(from).toBe(to);
        return;
      }
      expect(applyChange(from, changeFromSplice(splice, from.length))).toBe(to);
      expect(storableText(100).safeParse(splice.insert).success).toBe(true);
    }),
    { numRuns: 500 },
  );
});
