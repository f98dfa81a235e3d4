/** What can be said about one item of a slate from its trace: where it stood, what was added up, whom it overtook. */
import type { TracedItem, TracedRun } from "@/components/lab/core/traced";
import { formatCount } from "@/components/lab/format";

type Slate = Pick<TracedRun, "slate">;

export type Shift = { kind: "same" } | { kind: "new" } | { kind: "moved"; by: number };

/** Against the slate of the knobs as shipped; positive is up. */
export function shiftSince(baseline: Slate, trace: TracedItem): Shift {
  const before = baseline.slate.find((other) => other.card.item === trace.card.item)?.position.slate ?? null;
  const now = trace.position.slate;
  if (now === null || before === now) return { kind: "same" };
  return before === null ? { kind: "new" } : { kind: "moved", by: before - now };
}

/** "3 new, 4 moved, against the knobs as shipped"; "" when nothing differs. */
export function describeShifts(run: Slate, baseline: Slate): string {
  const kinds = run.slate.map((trace) => shiftSince(baseline, trace).kind);
  const count = (kind: Shift["kind"]) => kinds.filter((one) => one === kind).length;
  const parts = [count("new") && `${count("new")} new`, count("moved") && `${count("moved")} moved`].filter(
    Boolean,
  );
  return parts.length === 0 ? "" : `${parts.join(", ")}, against the knobs as shipped`;
}

/** "5 of 10 changed: 3 new, 2 moved", short enough for a bar; "" when nothing differs. */
export function summariseShifts(run: Slate, baseline: Slate): string {
  const { slate } = run;
  const changed = slate.filter((trace) => shiftSince(baseline, trace).kind !== "same").length;
  if (changed === 0) return "";
  const [counts] = describeShifts(run, baseline).split(", against");
  return `${formatCount(changed)} of ${formatCount(slate.length)} changed: ${counts}`;
}

/** Items that the ranker put above this one and that are not in the slate, best first. */
export function overtaken<Item extends TracedItem>(run: TracedRun<Item>, trace: Item): Item[] {
  const { ranked } = trace.position;
  if (ranked === null) return [];
  return run.others
    .filter(
      (other) => other.left !== null && other.position.ranked !== null && other.position.ranked < ranked,
    )
    .sort((a, b) => (a.position.ranked ?? 0) - (b.position.ranked ?? 0));
}

/** The best ranked that did not make the slate. */
export function nearMisses<Item extends TracedItem>(run: TracedRun<Item>, limit: number): Item[] {
  return run.others
    .filter((other) => other.position.ranked !== null && other.left !== null && other.left.step !== "rank")
    .sort((a, b) => (a.position.ranked ?? 0) - (b.position.ranked ?? 0))
    .slice(0, limit);
}
