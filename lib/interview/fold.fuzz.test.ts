/** The fold on arbitrary logs: total, prefix-consistent, the same on both sides, and small. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { logArbitrary } from "@/tests/support/arbitrary-log";
import { interviewEventSchema, type LoggedEvent } from "./events";
import { foldEvents } from "./fold";
import { redactEvent } from "./redact";
import { INITIAL_STATE } from "./state";

const bytes = (value: unknown) => JSON.stringify(value);

test("folding a log in two pieces is folding it whole, and a replay from JSON gives the same bytes", () => {
  fc.assert(
    fc.property(logArbitrary, fc.nat(40), (log, cut) => {
      const whole = foldEvents(log);
      const half = foldEvents(log.slice(0, cut));
      expect(bytes(foldEvents(log.slice(cut), half))).toBe(bytes(whole));
      expect(bytes(foldEvents(JSON.parse(bytes(log))))).toBe(bytes(whole));
      expect(bytes(foldEvents([], INITIAL_STATE))).toBe(bytes(INITIAL_STATE));
    }),
    { numRuns: 300 },
  );
});

test("the samples are valid events, and so is what redaction leaves of them", () => {
  fc.assert(
    fc.property(logArbitrary, (log) => {
      for (const event of log) {
        const { seq, ...redacted } = redactEvent(event);
        expect(seq).toBe(event.seq);
        expect(interviewEventSchema.safeParse(redacted).success).toBe(true);
      }
    }),
    { numRuns: 100 },
  );
});

test("redaction changes no text that the candidate sees", () => {
  fc.assert(
    fc.property(logArbitrary, (log) => {
      const [server, browser] = [foldEvents(log), foldEvents(log.map(redactEvent))];
      const said = (state: typeof server) =>
        state.thread.map((entry) => [entry.from, entry.role, entry.text]);
      expect(said(browser)).toEqual(said(server));
      expect(bytes(browser.answers)).toBe(bytes(server.answers));
      expect(bytes(browser.facts)).toBe(bytes(server.facts));
      expect(bytes(browser.prompted.map((p) => p.id))).not.toMatch(/one|two|three/);
    }),
    { numRuns: 100 },
  );
});

test("the log of a 45-minute session, a second of typing an event, stays under 300 KB", () => {
  const started = 1_766_000_000_000;
  const log: LoggedEvent[] = [];
  const eventId = "0197b3c1-7a55-7c3e-9d4f-2b8a6c0d1e2f";
  const add = (event: object) =>
    log.push({ eventId, origin: "k3x9q2m7", atMs: started, seq: log.length + 1, ...event } as LoggedEvent);
  // 1,800 words of six characters at 40 words a minute, in bursts; a board of 25 nodes moved twice, 20 questions.
  const typingSeconds = Math.round((1_800 / 40) * 60 * 0.5);
  for (let i = 0; i < typingSeconds; i++) {
    add({ kind: "answer-edited", part: "evaluate", base: i, index: i * 8, remove: 0, insert: "features" });
  }
  for (let i = 0; i < 75; i++)
    add({
      kind: "board-changed",
      base: i,
      changes: [{ change: "move-node", id: "k3x9q2m7p", x: 123.5, y: 456.5 }],
    });
  for (let i = 0; i < 40; i++)
    add({ kind: "interviewer-said", text: "x".repeat(250), about: { about: "unknown" }, replyTo: eventId });
  // An exported log is a list in order: the place in it is the seq.
  const exported = JSON.stringify(log.map(({ seq, ...event }) => event));
  const kilobytes = new TextEncoder().encode(exported).length / 1000;
  expect(kilobytes).toBeLessThan(300);
});
