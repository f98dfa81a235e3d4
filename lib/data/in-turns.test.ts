import { expect, test, vi } from "vitest";
import { inTurns } from "./in-turns";

/** Ends only when something else has been done meanwhile, or after ten thousand tries. */
function* waitsFor(isDone: () => boolean, nowMs: () => number): Generator<void, boolean> {
  for (let i = 0; i < 10_000 && !isDone(); i++) {
    nowMs();
    yield;
  }
  return isDone();
}

test("work that stops often lets others have their turn before it ends", async () => {
  // A clock that moves with the work, so that the test does not depend on the machine.
  let now = 0;
  vi.spyOn(performance, "now").mockImplementation(() => now);
  let isDone = false;
  setImmediate(() => {
    isDone = true;
  });
  expect(
    await inTurns(
      waitsFor(
        () => isDone,
        () => now++,
      ),
    ),
  ).toBe(true);
});
