/**
 * Decisions on their way to the server. It outlives the page of one submission, so that going on to the next one never
 * waits for the last one and never loses it. A lost connection is tried again; what the server refuses for good stays
 * here with its reason until the grader tries again.
 */
import type { ActionFailure } from "@/lib/actions/result";
import {
  choose,
  failed,
  hear,
  initialPoint,
  letStand,
  markSent,
  type PointState,
  refuse,
  type ShownDecision,
  saved,
  toSend,
} from "@/lib/classroom/grading/point-state";
import type { DecidedPoint, PointDecision } from "@/lib/data/grading/decide-points";
import type { SubmissionIds } from "@/lib/data/grading/graded-assignment";
import type { DecideAction } from "../grading-actions";

type Told = { pointId: string; stored: ShownDecision };
export type Points = Readonly<Record<string, PointState>>;
type Problem = { message: string; isRetried: boolean };
export type OutboxState = {
  submissions: Readonly<Record<string, { ids: SubmissionIds; points: Points }>>;
  /** Why the last try failed; null while all goes well. */
  problem: Problem | null;
};

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 20_000;
const OFFLINE = "Not saved yet: the server cannot be reached. Trying again.";
const RETRIED: readonly ActionFailure["code"][] = ["unexpected", "unavailable", "rate-limited"];

/** Timers are passed in for tests. */
type Timers = { wait: (run: () => void, ms: number) => unknown; stop: (timer: unknown) => void };
const BROWSER_TIMERS: Timers = {
  wait: (run, ms) => setTimeout(run, ms),
  stop: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
};

export class Outbox {
  private state: OutboxState = { submissions: {}, problem: null };
  private readonly listeners = new Set<() => void>();
  private isSending = false;
  private waitMs = FIRST_WAIT_MS;
  private timer: unknown = null;

  constructor(
    private readonly decide: DecideAction,
    private readonly timers: Timers = BROWSER_TIMERS,
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly snapshot = (): OutboxState => this.state;

  /** What a page has loaded; what is newer here, or wanted, stays. */
  open(ids: SubmissionIds, told: readonly Told[]): void {
    const known = this.state.submissions[ids.submissionId]?.points ?? {};
    const points = Object.fromEntries(
      told.map(({ pointId, stored }) => {
        const state = known[pointId];
        return [pointId, state ? hear(state, stored) : initialPoint(stored)];
      }),
    );
    const submissions = { ...this.state.submissions, [ids.submissionId]: { ids, points } };
    this.set({ ...this.state, submissions });
  }

  hear(submissionId: string, told: readonly Told[]): void {
    this.change(
      submissionId,
      new Map(told.map(({ pointId, stored }) => [pointId, (state) => hear(state, stored)])),
    );
  }
  choose(submissionId: string, credits: ReadonlyMap<string, number | null>): void {
    this.change(
      submissionId,
      new Map([...credits].map(([id, credit]) => [id, (state) => choose(state, credit)])),
    );
    void this.flush();
  }
  letStand(submissionId: string, pointId: string): void {
    this.change(submissionId, new Map([[pointId, letStand]]));
  }
  /** Again, now: the grader asks, or the browser is online again. */
  retry(): void {
    this.waitMs = FIRST_WAIT_MS;
    this.set({ ...this.state, problem: null });
    void this.flush();
  }
  /** Decisions that the server does not have yet. */
  unsaved(): number {
    const all = Object.values(this.state.submissions).flatMap(({ points }) => Object.values(points));
    return all.filter(({ wanted }) => wanted !== null).length;
  }

  private async flush(): Promise<void> {
    if (this.isSending) return;
    this.isSending = true;
    try {
      while (await this.sendOne());
    } finally {
      this.isSending = false;
    }
  }

  /** One submission's decisions at a time; false when there is nothing to send or it did not arrive. */
  private async sendOne(): Promise<boolean> {
    for (const { ids, points } of Object.values(this.state.submissions)) {
      const decisions = Object.entries(points).flatMap(([pointId, point]): PointDecision[] => {
        const decision = toSend(point);
        return decision ? [{ pointId, ...decision }] : [];
      });
      if (decisions.length === 0) continue;
      const sent = new Map(decisions.map(({ pointId }) => [pointId, markSent]));
      this.change(ids.submissionId, sent);
      const result = await this.decide({ ...ids, decisions }).catch(() => null);
      if (result?.ok) this.arrived(ids.submissionId, result.data.points);
      else this.didNotArrive(ids.submissionId, decisions, result);
      return result?.ok === true;
    }
    return false;
  }

  private arrived(submissionId: string, points: readonly DecidedPoint[]): void {
    this.waitMs = FIRST_WAIT_MS;
    this.set({ ...this.state, problem: null });
    const settle =
      ({ outcome, stored }: DecidedPoint) =>
      (state: PointState) =>
        outcome === "refused" ? refuse(state, stored) : saved(state, stored);
    this.change(submissionId, new Map(points.map((point) => [point.pointId, settle(point)])));
  }

  private didNotArrive(
    submissionId: string,
    decisions: PointDecision[],
    failure: ActionFailure | null,
  ): void {
    this.change(submissionId, new Map(decisions.map(({ pointId }) => [pointId, failed])));
    const isRetried = failure === null || RETRIED.includes(failure.code);
    const message = failure === null ? OFFLINE : `Not saved: ${failure.message}`;
    this.set({ ...this.state, problem: { message, isRetried } });
    if (!isRetried) return;
    this.timers.stop(this.timer);
    this.timer = this.timers.wait(() => void this.flush(), this.waitMs);
    this.waitMs = Math.min(this.waitMs * 2, LONGEST_WAIT_MS);
  }

  private change(
    submissionId: string,
    changes: ReadonlyMap<string, (state: PointState) => PointState>,
  ): void {
    const own = this.state.submissions[submissionId];
    if (!own) return;
    const points = { ...own.points };
    for (const [pointId, changed] of changes) {
      const before = points[pointId];
      if (before) points[pointId] = changed(before);
    }
    const submissions = { ...this.state.submissions, [submissionId]: { ...own, points } };
    this.set({ ...this.state, submissions });
  }

  private set(state: OutboxState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}
