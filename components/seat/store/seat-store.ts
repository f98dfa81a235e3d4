/**
 * The interview as a partner sees it: the log as far as the server has told it, asked for each second, which is also
 * the partner's sign of life. React reads it through seat-context.tsx; nothing here knows of React.
 */
import { newEventId } from "@/components/interview/store/identifiers";
import { LogView } from "@/components/interview/store/log-view";
import type { ServerClock } from "@/components/interview/store/server-clock";
import type { ActionResult } from "@/lib/actions/result";
import type { SeatNews, Suggestion } from "@/lib/data/seat/read-seat-news";
import type { SpeechInput } from "@/lib/data/seat/speak-as-partner";
import type { LoggedEvent } from "@/lib/interview/events";
import type { InterviewState } from "@/lib/interview/state";
import type { SeatActions } from "../seat-actions";

/** What is typed is on the server within 0.8 s, so it is here within two. */
export const POLL_MS = 1_000;
const BACKOFF_MS = [1_000, 2_000, 4_000] as const;
const SPEAK_TRIES = 4;
const UNREACHED = "The server could not be reached. What you wanted to say was not sent.";

export type SeatSnapshot = {
  state: InterviewState;
  isSitting: boolean;
  /** What the script would say now. */
  suggestion: Suggestion | null;
  /** `lost`: the server does not answer. `ended`: the candidate closed the seat. `over`: the interview is submitted. */
  connection: "live" | "lost" | "ended" | "over";
};

export type SeatStoreParts = {
  seatId: string;
  events: readonly LoggedEvent[];
  isSitting: boolean;
  clock: ServerClock;
  actions: Pick<SeatActions, "news" | "speak" | "occupy">;
  schedule(run: () => void, delayMs: number): () => void;
};

export class SeatStore {
  private readonly view: LogView;
  private readonly listeners = new Set<() => void>();
  private snapshot: SeatSnapshot;
  private isOpen = false;
  private isAsking = false;
  private isHurried = false;
  private failures = 0;
  private cancelTimer: () => void = () => {};

  constructor(private readonly parts: SeatStoreParts) {
    this.view = new LogView(parts.events);
    const { isSitting } = parts;
    this.snapshot = { state: this.view.state, isSitting, suggestion: null, connection: "live" };
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  getSnapshot = (): SeatSnapshot => this.snapshot;
  nowMs = (): number => this.parts.clock.nowMs();

  private publish(change: Partial<SeatSnapshot>): void {
    this.snapshot = { ...this.snapshot, state: this.view.state, ...change };
    for (const listener of this.listeners) listener();
  }

  open(): void {
    this.isOpen = true;
    void this.ask();
  }

  close(): void {
    this.isOpen = false;
    this.cancelTimer();
  }

  /** Asks at once; when it is asking already, once more right after. */
  hurry(): void {
    if (this.isAsking) this.isHurried = true;
    else void this.ask();
  }

  private async ask(): Promise<void> {
    this.cancelTimer();
    if (!this.isOpen || this.isAsking) return;
    this.isAsking = true;
    this.isHurried = false;
    const { seatId, actions, clock } = this.parts;
    const sentAt = clock.local();
    const result = await actions.news({ seatId, sinceSeq: this.view.knownSeq }).catch(() => null);
    this.isAsking = false;
    const waitMs = this.settle(result, sentAt);
    const isLast = this.snapshot.connection === "ended" || this.snapshot.connection === "over";
    if (this.isOpen && !isLast)
      this.cancelTimer = this.parts.schedule(() => void this.ask(), this.isHurried ? 0 : waitMs);
  }

  /** Takes over an answer; returns how long to wait before the next request. */
  private settle(result: ActionResult<SeatNews> | null, sentAt: number): number {
    if (!result?.ok) {
      if (result?.code === "not-found") {
        this.publish({ connection: "ended", isSitting: false });
        return 0;
      }
      this.publish({ connection: "lost" });
      const wait = BACKOFF_MS[Math.min(this.failures, BACKOFF_MS.length - 1)] ?? POLL_MS;
      this.failures += 1;
      return Math.max(wait, (result?.retryAfterSeconds ?? 0) * 1_000);
    }
    this.failures = 0;
    const { newEvents, serverNowMs, isSitting, isSubmitted, suggestion } = result.data;
    this.parts.clock.set(serverNowMs, sentAt, this.parts.clock.local());
    const isComplete = this.view.learn(newEvents, []);
    this.publish({
      connection: isSubmitted ? "over" : "live",
      isSitting,
      ...(suggestion !== undefined && { suggestion }),
    });
    return isComplete ? POLL_MS : 0;
  }

  /**
   * Says something, under one id however often it has to be sent.
   *
   * @returns why it was not said, or null
   */
  async speak(speech: SpeechInput["speech"], replyTo: string | null): Promise<string | null> {
    const { seatId, actions } = this.parts;
    const input = { seatId, eventId: newEventId(Date.now()), replyTo, speech };
    for (let tries = 0; tries < SPEAK_TRIES; tries++) {
      const result = await actions.speak(input).catch(() => null);
      if (result) {
        this.hurry();
        return result.ok ? null : result.message;
      }
      await new Promise<void>((resolve) => {
        this.parts.schedule(resolve, BACKOFF_MS[tries] ?? 0);
      });
    }
    return UNREACHED;
  }

  /** Gets up, or sits down again. */
  async occupy(sits: boolean): Promise<string | null> {
    const result = await this.parts.actions.occupy({ seatId: this.parts.seatId, sits }).catch(() => null);
    if (result?.ok) this.publish({ isSitting: sits });
    this.hurry();
    return result?.ok ? null : (result?.message ?? "The server could not be reached. Try again.");
  }
}
