import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LEVELS, STAGES, type Stage } from "@/lib/framework/stages";
import { type Attempt, newestByCase, timeByStage, weakestStage } from "./attempts";
import { MANY_DUE, type Standing, whatNext } from "./what-next";

const DAY_MS = 86_400_000;
const CASES = [
  { slug: "video", title: "Video" },
  { slug: "ads", title: "Ads" },
];
const each = <Value>(value: Value) =>
  Object.fromEntries(STAGES.map((stage) => [stage, value])) as Record<Stage, Value>;

const attempt = (change: Partial<Attempt> = {}): Attempt => ({
  interviewId: "one",
  caseSlug: "video",
  caseTitle: "Video",
  level: "mid",
  mode: "coach",
  submittedAtMs: 0,
  score: 0.5,
  ratings: each({ value: 2, low: 1.5, high: 2.5 }),
  meetsBar: false,
  lost: [],
  weights: each(10),
  time: [],
  comparisons: [],
  ...change,
});
const standing = (change: Partial<Standing> = {}): Standing => ({
  attempts: [],
  open: null,
  dueCards: 0,
  cases: CASES,
  reading: null,
  headings: new Map([["/framework/data#labels", "Labels"]]),
  ...change,
});
const titles = (change: Partial<Standing>) => whatNext(standing(change)).map(({ title }) => title);
const LOST_DATA = [
  { stage: "data" as const, href: "/framework/data#labels", loss: 5.2 },
  { stage: "data" as const, href: "/framework/data#splits", loss: 2 },
  { stage: "serve" as const, href: "/framework/serve#budget", loss: 6 },
];

describe("what to do next", () => {
  it("tells a newcomer to take a first interview and to read how it is scored", () => {
    expect(titles({})).toEqual(["Take a first interview", "Read how the interview is scored"]);
  });

  it("names the weakest stage, how much it lost, and leads to the heading that explains most of it", () => {
    const [step] = whatNext(standing({ attempts: [attempt({ lost: LOST_DATA })] }));
    expect(step?.title).toBe("Work on data: “Labels”");
    expect(step?.href).toBe("/framework/data#labels");
    expect(step?.reason).toContain("lost the most in your newest attempt at Video: 7.2 of the 10");
  });

  it("puts many due cards before all but an open interview, and few after new material", () => {
    const attempts = [attempt({ lost: LOST_DATA })];
    expect(titles({ attempts, dueCards: MANY_DUE })[0]).toBe(`Review ${MANY_DUE} cards`);
    expect(titles({ attempts, dueCards: 3 })).toEqual([
      "Work on data: “Labels”",
      "Try Ads",
      "Review 3 cards",
    ]);
    const open = { interviewId: "two", caseTitle: "Ads" };
    expect(titles({ attempts, dueCards: MANY_DUE, open })[0]).toBe("Go on with Ads");
  });

  it("judges by the newest attempt at each case: what was lost before and made since is no gap", () => {
    const old = attempt({ lost: LOST_DATA });
    const fresh = attempt({ interviewId: "two", submittedAtMs: DAY_MS });
    expect(weakestStage([old, fresh])).toBeNull();
    expect(titles({ attempts: [old, fresh] })[0]).toBe("Try Ads");
  });

  it("asks for an exam after two coach attempts at the bar, and for the next level once an exam was among them", () => {
    const good = attempt({ meetsBar: true });
    const exam = attempt({ interviewId: "two", mode: "exam", meetsBar: true, submittedAtMs: DAY_MS });
    expect(titles({ attempts: [good] })).not.toContain("Take an exam at Mid");
    expect(titles({ attempts: [good, { ...good, interviewId: "two" }] })[0]).toBe("Take an exam at Mid");
    expect(titles({ attempts: [good, exam] })[0]).toBe("Aim at Senior");
    expect(titles({ attempts: [good, { ...exam, meetsBar: false }] })).not.toContain("Aim at Senior");
    const top = [good, exam].map((one) => ({ ...one, level: "staff" as const }));
    expect(titles({ attempts: top })[0]).toBe("Try Ads");
  });

  it("returns to the case that was left alone the longest when nothing else is to be done", () => {
    const ads = attempt({ interviewId: "two", caseSlug: "ads", caseTitle: "Ads", submittedAtMs: DAY_MS });
    expect(titles({ attempts: [ads, attempt()] })).toEqual(["Take Video again"]);
  });

  it("is one to three steps with reasons, to different places, whatever the order of attempts", () => {
    const lost = fc.record({
      stage: fc.constantFrom(...STAGES),
      href: fc.constantFrom("/framework/data#labels", "/framework/serve#budget", "/review"),
      loss: fc.double({ min: 0, max: 9, noNaN: true }),
    });
    const anyAttempt = fc
      .record({
        caseSlug: fc.constantFrom("video", "ads"),
        level: fc.constantFrom(...LEVELS),
        mode: fc.constantFrom("coach" as const, "exam" as const),
        meetsBar: fc.boolean(),
        lost: fc.array(lost, { maxLength: 4 }),
      })
      .map((change) => attempt(change));
    const anyStanding = fc.record({
      attempts: fc
        .array(anyAttempt, { maxLength: 5 })
        .map((all) => all.map((one, i) => ({ ...one, submittedAtMs: i * DAY_MS }))),
      dueCards: fc.nat(60),
      open: fc.constantFrom(null, { interviewId: "x", caseTitle: "Ads" }),
      reading: fc.constantFrom(null, { href: "/framework/data#splits", title: "Data" }),
    });
    fc.assert(
      fc.property(anyStanding, (change) => {
        const steps = whatNext(standing(change));
        expect(steps.length).toBeGreaterThanOrEqual(1);
        expect(steps.length).toBeLessThanOrEqual(3);
        expect(new Set(steps.map(({ href }) => href)).size).toBe(steps.length);
        for (const { title, reason } of steps)
          expect(Math.min(title.length, reason.length)).toBeGreaterThan(5);
        expect(whatNext(standing({ ...change, attempts: [...change.attempts].reverse() }))).toEqual(steps);
      }),
    );
  });
});

describe("attempts", () => {
  it("are looked at by case, the newest of each", () => {
    const all = [0, 2, 1].map((day) =>
      attempt({ interviewId: `${day}`, submittedAtMs: day * DAY_MS, caseSlug: day === 1 ? "ads" : "video" }),
    );
    expect(newestByCase(all).map(({ interviewId }) => interviewId)).toEqual(["2", "1"]);
  });

  it("keep time against the budget over those that had stages", () => {
    const time = (spentMs: number) => [{ stage: "data" as const, spentMs, budgetMs: 100 }];
    expect(timeByStage([attempt({ time: time(150) }), attempt({ time: time(90) }), attempt()])).toEqual([
      { stage: "data", attempts: 2, spentMs: 120, budgetMs: 100, share: 1.2 },
    ]);
  });
});
