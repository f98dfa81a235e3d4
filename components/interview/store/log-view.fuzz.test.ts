/** What a tab shows is always the plain fold of what it knows and its own unsent events, however it came there. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { CandidateEvent, LoggedEvent } from "@/lib/interview/events";
import { foldEvents } from "@/lib/interview/fold";
import { LogView } from "./log-view";

let next = 0;
const event = (origin: string, base: number, insert: string): CandidateEvent => ({
  eventId: `0197b3c1-7a55-7c3e-9d4f-${String(next++).padStart(12, "0")}`,
  origin,
  atMs: 0,
  kind: "answer-edited",
  part: "data",
  base,
  index: 0,
  remove: 0,
  insert,
});

test("appending, amending, sending and learning show the fold of log and unsent events", () => {
  const step = fc.constantFrom("write", "write", "amend", "confirm", "confirm-some", "foreign");
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const log: LoggedEvent[] = [];
      const view = new LogView(log);
      let own: CandidateEvent[] = [];
      const append = (events: readonly CandidateEvent[]) => {
        for (const each of events) log.push({ ...each, seq: log.length + 1 });
      };
      for (const what of steps) {
        if (what === "write") own = [...own, event("mine", log.length, `w${next} `)];
        if (what === "amend") own = [...own.slice(0, -1), event("mine", log.length, `a${next} `)];
        if (what === "write" || what === "amend") view.setOwn(own);
        if (what === "confirm" || what === "confirm-some") {
          const count = what === "confirm" ? own.length : Math.ceil(own.length / 2);
          append(own.slice(0, count));
          own = own.slice(count);
        }
        if (what === "foreign") append([event("other", 0, `f${next} `)]);
        if (what !== "write" && what !== "amend") expect(view.learn(log, own)).toBe(true);
        const expected = foldEvents([
          ...log,
          ...own.map((each, i) => ({ ...each, seq: log.length + 1 + i })),
        ]);
        expect(view.state).toEqual(expected);
        expect(view.knownSeq).toBe(log.length);
      }
    }),
    { numRuns: 300 },
  );
});

test("a gap in what is told changes nothing and is reported", () => {
  const view = new LogView([]);
  expect(view.learn([{ ...event("other", 0, "x"), seq: 3 }], [])).toBe(false);
  expect(view.knownSeq).toBe(0);
});
