import { describe, expect, test } from "vitest";
import type { ActionResult } from "@/lib/actions/result";
import { decide, type StoredDecision } from "@/lib/classroom/grading/decide";
import { type ShownDecision, shownCredit } from "@/lib/classroom/grading/point-state";
import type { DecidedPoint } from "@/lib/data/grading/decide-points";
import type { DecideAction } from "../grading-actions";
import { Outbox } from "./outbox";

const ids = { classId: "c", assignmentId: "a", submissionId: "s" };
const EMPTY: ShownDecision = {
  ...{ credit: null, revision: 0, decidedBy: null, grader: null, isMine: false, gradedAtMs: null },
};
const SUGGESTION = { machineCredit: 0.5, adjustedCredit: null };

/** A server that holds points by the product's own rule, and can be cut off. */
class Server {
  readonly points = new Map<string, StoredDecision>();
  failure: "lost" | Extract<ActionResult<unknown>, { ok: false }> | null = null;
  calls = 0;

  readonly decide: DecideAction = async ({ decisions }) => {
    this.calls++;
    if (this.failure === "lost") throw new TypeError("Failed to fetch");
    if (this.failure) return this.failure;
    const points = decisions.map(({ pointId, ...decision }): DecidedPoint => {
      const { outcome, next } = decide(this.stored(pointId), SUGGESTION, decision, "me");
      this.points.set(pointId, next);
      const { graderId: grader, ...rest } = next;
      return { pointId, outcome, stored: { ...rest, grader, isMine: grader === "me", gradedAtMs: 0 } };
    });
    return { ok: true, data: { points } };
  };
  stored(pointId: string): StoredDecision {
    return this.points.get(pointId) ?? { credit: null, decidedBy: null, graderId: null, revision: 0 };
  }
}

function setUp() {
  const server = new Server();
  const waiting: (() => void)[] = [];
  const outbox = new Outbox(server.decide, { wait: (run) => waiting.push(run), stop: () => {} });
  outbox.open(ids, [
    { pointId: "p", stored: EMPTY },
    { pointId: "q", stored: EMPTY },
  ]);
  const point = (id = "p") => {
    const state = outbox.snapshot().submissions.s?.points[id];
    if (!state) throw new Error("no point");
    return state;
  };
  const settled = () => new Promise((resolve) => setTimeout(resolve));
  return { server, outbox, waiting, point, settled };
}

describe("decisions on their way", () => {
  test("show at once and are saved", async () => {
    const { server, outbox, point, settled } = setUp();
    outbox.choose("s", new Map([["p", 1]]));
    expect(shownCredit(point())).toBe(1);
    expect(outbox.unsaved()).toBe(1);
    await settled();
    expect(outbox.unsaved()).toBe(0);
    expect(server.stored("p").credit).toBe(1);
  });

  test("survive a lost connection, and what was chosen meanwhile wins", async () => {
    const { server, outbox, point, waiting, settled } = setUp();
    server.failure = "lost";
    outbox.choose("s", new Map([["p", 1]]));
    await settled();
    expect(outbox.snapshot().problem).toMatchObject({ isRetried: true });
    outbox.choose("s", new Map([["p", 0]]));
    await settled();
    server.failure = null;
    waiting.at(-1)?.();
    await settled();
    expect(server.stored("p")).toMatchObject({ credit: 0, revision: 1 });
    expect(outbox.snapshot().problem).toBeNull();
    expect(point().wanted).toBeNull();
  });

  test("that change while one is under way are sent after it, upon its revision", async () => {
    const { server, outbox, settled } = setUp();
    outbox.choose("s", new Map([["p", 1]]));
    outbox.choose("s", new Map([["p", 0.5]]));
    await settled();
    expect(server.stored("p")).toMatchObject({ credit: 0.5, revision: 2 });
  });

  test("refused for good stay with the reason until the grader tries again", async () => {
    const { server, outbox, waiting, settled } = setUp();
    server.failure = { ok: false, code: "closed", message: "This class is archived." };
    outbox.choose("s", new Map([["p", 1]]));
    await settled();
    expect(outbox.snapshot().problem).toEqual({
      message: "Not saved: This class is archived.",
      isRetried: false,
    });
    expect(waiting).toHaveLength(0);
    expect(outbox.unsaved()).toBe(1);
    server.failure = null;
    outbox.retry();
    await settled();
    expect(outbox.unsaved()).toBe(0);
  });

  test("that somebody else has overtaken stand refused, and others of the same sending are saved", async () => {
    const { server, outbox, point, settled } = setUp();
    server.points.set("p", { credit: 0, decidedBy: "changed", graderId: "other", revision: 1 });
    outbox.choose(
      "s",
      new Map([
        ["p", 1],
        ["q", 1],
      ]),
    );
    await settled();
    expect(point().refused).toEqual({ credit: 1 });
    expect(point().stored).toMatchObject({ credit: 0, grader: "other" });
    expect(server.stored("q").credit).toBe(1);
    outbox.choose("s", new Map([["p", 1]]));
    await settled();
    expect(server.stored("p")).toMatchObject({ credit: 1, graderId: "me", revision: 2 });
  });

  test("are not undone by a page that was loaded before them", async () => {
    const { outbox, point, settled } = setUp();
    outbox.choose("s", new Map([["p", 1]]));
    await settled();
    outbox.open(ids, [{ pointId: "p", stored: EMPTY }]);
    expect(shownCredit(point())).toBe(1);
  });
});
