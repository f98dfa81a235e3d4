/**
 * Two graders on one point, with decisions and answers that cross each other or get lost: no grader
 * ever replaces what another decided without having seen it.
 */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Decision, decide, isSameCredit, type Outcome, type StoredDecision } from "./decide";
import * as point from "./point-state";

const SUGGESTION = { machineCredit: 0.5, adjustedCredit: null };
const EMPTY: StoredDecision = { credit: null, decidedBy: null, graderId: null, revision: 0 };

type Grader = "ann" | "ben";
type Answer = { outcome: Outcome; stored: StoredDecision };
type Seat = {
  state: point.PointState;
  /** Credit that was on the screen when the present will was chosen. */
  sawWhenChosen: number | null;
  request: Decision | null;
  answer: Answer | null;
};
type Step =
  | { do: "choose"; who: Grader; credit: number | null }
  | { do: "send" | "arrive" | "answer" | "lose" | "hear" | "let-stand"; who: Grader };

const shown = (stored: StoredDecision, reader: Grader): point.ShownDecision => ({
  credit: stored.credit,
  revision: stored.revision,
  decidedBy: stored.decidedBy,
  grader: stored.graderId,
  isMine: stored.graderId === reader,
  gradedAtMs: 0,
});

const seat = (who: Grader): Seat => ({
  state: point.initialPoint(shown(EMPTY, who)),
  sawWhenChosen: null,
  request: null,
  answer: null,
});

/** A server and two screens; `overwritten` counts replacements of what the other decided and the replacer had not seen. */
class Scene {
  stored = EMPTY;
  overwritten = 0;
  readonly seats: Record<Grader, Seat> = { ann: seat("ann"), ben: seat("ben") };

  step(step: Step): void {
    const own = this.seats[step.who];
    if (step.do === "choose") {
      if (own.state.sent === null && own.state.wanted === null) own.sawWhenChosen = own.state.stored.credit;
      own.state = point.choose(own.state, step.credit);
    }
    if (step.do === "send") this.send(own);
    if (step.do === "arrive") this.arrive(step.who, own);
    if (step.do === "answer") this.answer(step.who, own);
    if (step.do === "lose" && own.state.sent) {
      own.state = point.failed(own.state);
      Object.assign(own, { request: null, answer: null });
    }
    if (step.do === "hear") own.state = point.hear(own.state, shown(this.stored, step.who));
    if (step.do === "let-stand") own.state = point.letStand(own.state);
  }

  private send(own: Seat): void {
    const request = point.toSend(own.state);
    if (!request || own.request || own.answer) return;
    own.state = point.markSent(own.state);
    own.request = request;
  }

  private arrive(who: Grader, own: Seat): void {
    if (!own.request) return;
    const before = this.stored;
    const { outcome, next } = decide(before, SUGGESTION, own.request, who);
    own.request = null;
    own.answer = { outcome, stored: next };
    this.stored = next;
    const isOthers = before.graderId !== null && before.graderId !== who;
    if (outcome === "changed" && isOthers && !isSameCredit(own.sawWhenChosen, before.credit))
      this.overwritten++;
  }

  private answer(who: Grader, own: Seat): void {
    if (!own.answer) return;
    const { outcome, stored } = own.answer;
    own.answer = null;
    own.state = (outcome === "refused" ? point.refuse : point.saved)(own.state, shown(stored, who));
    own.sawWhenChosen = own.state.stored.credit;
  }

  settle(): void {
    for (const who of ["ann", "ben"] as const)
      for (let round = 0; round < 3; round++)
        for (const act of ["arrive", "answer", "hear", "send"] as const) this.step({ do: act, who });
  }
}

const who = fc.constantFrom<Grader>("ann", "ben");
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant("choose" as const), who, credit: fc.constantFrom(0, 0.5, 1, null) }),
  fc.record({
    do: fc.constantFrom("send" as const, "arrive" as const, "answer" as const, "hear" as const),
    who,
  }),
  fc.record({ do: fc.constantFrom("lose" as const, "let-stand" as const), who }),
);

describe("two graders on one point", () => {
  test("never overwrite each other silently, in 500 interleavings", () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 10, maxLength: 60 }), (steps) => {
        const scene = new Scene();
        for (const each of steps) scene.step(each);
        expect(scene.overwritten).toBe(0);
      }),
      { numRuns: 500 },
    );
  });

  test("lose nothing: in the end a choice is stored, or it stands refused beside what was", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), fc.constantFrom(0, 0.5, 1), (steps, credit) => {
        const scene = new Scene();
        for (const each of steps) scene.step(each);
        scene.step({ do: "choose", who: "ann", credit });
        scene.settle();
        const { state } = scene.seats.ann;
        expect(state.wanted).toBeNull();
        const isStored = isSameCredit(state.stored.credit, credit);
        expect(isStored || isSameCredit(state.refused?.credit ?? null, credit)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe("a decision", () => {
  const byBen: StoredDecision = { credit: 1, decidedBy: "changed", graderId: "ben", revision: 3 };

  test("made upon an older one is refused and leaves the point as it was", () => {
    expect(decide(byBen, SUGGESTION, { credit: 0, revision: 2 }, "ann")).toEqual({
      outcome: "refused",
      next: byBen,
    });
  });
  test("that agrees with what is stored changes nothing, whatever was seen", () => {
    expect(decide(byBen, SUGGESTION, { credit: 1, revision: 0 }, "ann").outcome).toBe("same");
  });
  test("says whether it accepted the suggestion, which the class's corrections may have moved", () => {
    const accept = (credit: number, adjustedCredit: number | null) =>
      decide(EMPTY, { machineCredit: 0.5, adjustedCredit }, { credit, revision: 0 }, "ann").next.decidedBy;
    expect(accept(0.5, null)).toBe("accepted");
    expect(accept(0.5, 0.7)).toBe("changed");
    expect(accept(0.7, 0.7)).toBe("accepted");
    expect(decide(EMPTY, SUGGESTION, { credit: 0.5, revision: 0 }, "ann", true).next.decidedBy).toBe("group");
  });
  test("can be taken back", () => {
    expect(decide(byBen, SUGGESTION, { credit: null, revision: 3 }, "ann").next).toEqual({
      ...EMPTY,
      revision: 4,
    });
  });
});
