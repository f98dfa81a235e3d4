/**
 * Sends the outbox and learns what is new: one request at a time, within a second of typing, with a growing wait
 * after failures. Everything outside comes in as a parameter, so that it runs in tests without a browser.
 */
import type { ActionResult } from "@/lib/actions/result";
import type { SaveResult } from "@/lib/data/interview/save-events";
import type { CandidateEvent } from "@/lib/interview/events";
import type { SaveStatus } from "./save-status";

/** From the first unsent keystroke to the request. */
export const SEND_AFTER_MS = 800;
/** Without anything to send: how often to ask for what the interviewer or another device added. */
const POLL_MS = 8_000;
const POLL_HIDDEN_MS = 40_000;
/** While a partner may come or is there: a conversation does not wait eight seconds. */
const POLL_WITH_SEAT_MS = 1_500;
/** The interviewer thinks after a save is answered. */
const NEWS_AFTER_MS = 1_500;
const BACKOFF_MS = [1_000, 2_000, 4_000, 8_000] as const;
/** A request without an answer for so long counts as failed; sending it again stores nothing twice. */
const GIVE_UP_AFTER_MS = 15_000;
/** After "sign in again" there is no use in asking often; coming back to the tab asks at once. */
const BLOCKED_RETRY_MS = 15_000;

export type SaveRequest = { interviewId: string; sinceSeq: number; events: CandidateEvent[] };
export type Transport = (request: SaveRequest) => Promise<ActionResult<SaveResult>>;

export type SynchroniserHooks = {
  transport: Transport;
  request(): SaveRequest;
  /** Takes over an answer; false when part of the log is missing and has to be asked for. */
  receive(result: SaveResult, sentAt: number, receivedAt: number): boolean;
  unsent(): number;
  setStatus(status: SaveStatus): void;
  /** Monotonic milliseconds. */
  now(): number;
  /** Recognises the error of calling an action of a version that is no longer there. */
  isOutdated(error: unknown): boolean;
  isHidden(): boolean;
  /** Whether the interviewer's seat is offered to a partner, or was taken by one. */
  hasSeat(): boolean;
  /** True when the browser knows that there is no network; it may not know. */
  isOffline(): boolean;
  schedule(run: () => void, delayMs: number): () => void;
};

export class Synchroniser {
  private inFlight = false;
  /** Asked to hurry while a request was under way: the next one follows at once. */
  private isHurried = false;
  private isNewsExpected = false;
  private failures = 0;
  private over = false;
  private stopped = true;
  private cancelTimer: () => void = () => {};
  private dueAt = Number.POSITIVE_INFINITY;

  constructor(private readonly hooks: SynchroniserHooks) {}

  start(): void {
    this.stopped = false;
    this.due(0);
  }

  stop(): void {
    this.stopped = true;
    this.cancelTimer();
    this.dueAt = Number.POSITIVE_INFINITY;
  }

  /** Something was written. */
  written(): void {
    if (this.failures > 0) return;
    this.hooks.setStatus(this.hooks.isOffline() ? { kind: "offline" } : { kind: "waiting" });
    this.due(SEND_AFTER_MS);
  }

  /** The connection, the window or the session may be back: ask now. */
  hurry(): void {
    this.isHurried = this.inFlight;
    this.due(0);
  }

  /** Sends now, and asks again soon after, once. */
  expectNews(): void {
    this.isNewsExpected = true;
    this.hurry();
  }

  /** The interview is submitted: nothing more to send or to ask for. */
  finish(): void {
    this.over = true;
    this.stop();
  }

  /** Runs at `delayMs` from now, or earlier when that was planned already. */
  private due(delayMs: number): void {
    if (this.stopped || this.over || this.inFlight) return;
    const at = this.hooks.now() + delayMs;
    if (at >= this.dueAt) return;
    this.cancelTimer();
    this.dueAt = at;
    this.cancelTimer = this.hooks.schedule(() => {
      this.dueAt = Number.POSITIVE_INFINITY;
      void this.exchange();
    }, delayMs);
  }

  private async exchange(): Promise<void> {
    if (this.inFlight || this.stopped || this.over) return;
    this.inFlight = true;
    const request = this.hooks.request();
    if (request.events.length > 0 && this.failures === 0 && !this.hooks.isOffline()) {
      this.hooks.setStatus({ kind: "saving" });
    }
    const sentAt = this.hooks.now();
    let waitMs: number;
    try {
      waitMs = this.settle(await this.answered(request), sentAt);
    } catch (error) {
      waitMs = this.fail(this.hooks.isOutdated(error) ? { kind: "outdated" } : { kind: "offline" });
    }
    this.inFlight = false;
    const wasHurried = this.isHurried;
    this.isHurried = false;
    this.due(wasHurried ? 0 : waitMs);
  }

  private answered(request: SaveRequest): Promise<ActionResult<SaveResult>> {
    return new Promise((resolve, reject) => {
      const cancel = this.hooks.schedule(() => reject(new Error("no answer")), GIVE_UP_AFTER_MS);
      this.hooks.transport(request).then(resolve, reject).finally(cancel);
    });
  }

  /** What an answer means, and how long to wait before the next request. */
  private settle(result: ActionResult<SaveResult>, sentAt: number): number {
    if (!result.ok) {
      if (result.code === "unauthenticated") return this.fail({ kind: "signed-out" }, BLOCKED_RETRY_MS);
      if (result.code === "not-found") return this.fail({ kind: "other-person" }, BLOCKED_RETRY_MS);
      const retryMs = (result.retryAfterSeconds ?? 0) * 1000;
      return this.fail({ kind: "trouble", message: result.message }, retryMs);
    }
    this.failures = 0;
    const receivedAt = this.hooks.now();
    const isComplete = this.hooks.receive(result.data, sentAt, receivedAt);
    const isOver = result.data.refused.some((refused) => refused.reason === "over");
    if (isOver && this.hooks.unsent() === 0) this.hooks.setStatus({ kind: "over" });
    else
      this.hooks.setStatus(
        this.hooks.unsent() > 0 ? { kind: "waiting" } : { kind: "saved", atMs: receivedAt },
      );
    if (!isComplete) return 0;
    if (this.hooks.unsent() > 0) return SEND_AFTER_MS;
    if (this.isNewsExpected) {
      this.isNewsExpected = false;
      return NEWS_AFTER_MS;
    }
    if (this.hooks.isHidden()) return POLL_HIDDEN_MS;
    return this.hooks.hasSeat() ? POLL_WITH_SEAT_MS : POLL_MS;
  }

  private fail(status: SaveStatus, leastMs = 0): number {
    this.hooks.setStatus(status);
    const wait = BACKOFF_MS[Math.min(this.failures, BACKOFF_MS.length - 1)] ?? 8_000;
    this.failures += 1;
    return Math.max(wait, leastMs);
  }
}
