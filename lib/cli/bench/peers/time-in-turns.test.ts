import { describe, expect, it } from "vitest";
import { hasFailed } from "./outcome";
import { timeInTurns } from "./time-in-turns";

describe("timing in turns", () => {
  it("lets every method begin a round, after its warm-up, and keeps calls of a turn together", async () => {
    const calls: string[] = [];
    const method = (name: string) => ({ name, run: (call: number) => calls.push(`${name}${call}`) });
    await timeInTurns([method("a"), method("b")], { warmUpCalls: 1, rounds: 2, callsPerRound: 2 });
    expect(calls.join(" ")).toBe("a0 b0 a0 a1 b0 b1 b2 b3 a2 a3");
  });

  it("drops a method that throws, with the reason, and times the others", async () => {
    const fails = (after: number) => (call: number) => {
      if (call >= after) throw new Error(`no call ${call}`);
    };
    const results = await timeInTurns(
      [
        { name: "good", run: () => {} },
        { name: "late", run: fails(3) },
        { name: "never", run: fails(0) },
      ],
      { warmUpCalls: 1, rounds: 3, callsPerRound: 2 },
    );
    const good = results.get("good");
    expect(good && !hasFailed(good) && good.min >= 0).toBe(true);
    expect(results.get("late")).toEqual({ error: "no call 3" });
    expect(results.get("never")).toEqual({ error: "no call 0" });
  });
});
