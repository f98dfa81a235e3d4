/**
 * The interview as this tab shows it: the log as far as the server has told it, and the tab's own unsent events
 * folded on top. Knows nothing of networks or storage.
 */
import type { CandidateEvent, LoggedEvent } from "@/lib/interview/events";
import { foldEvent, foldEvents } from "@/lib/interview/fold";
import type { InterviewState } from "@/lib/interview/state";

export class LogView {
  private known: InterviewState;
  private own: CandidateEvent[] = [];
  /** All but the last of `own` folded in, so that a keystroke folds one event. */
  private beforeLast: InterviewState;
  private shown: InterviewState;

  constructor(events: readonly LoggedEvent[]) {
    this.known = foldEvents(events);
    this.beforeLast = this.known;
    this.shown = this.known;
  }

  /** What is on screen. */
  get state(): InterviewState {
    return this.shown;
  }

  /** Seq up to which the server's log is known here: the `base` of what is written next. */
  get knownSeq(): number {
    return this.known.seq;
  }

  /** Replaces the unsent events. Their seq is provisional: only the server gives out the real one. */
  setOwn(own: readonly CandidateEvent[]): void {
    const isAppend = own.length === this.own.length + 1 && this.own.every((event, i) => event === own[i]);
    const isAmend =
      own.length > 0 &&
      own.length === this.own.length &&
      own.slice(0, -1).every((event, i) => event === this.own[i]);
    if (isAppend) this.beforeLast = this.shown;
    else if (!isAmend) this.beforeLast = this.fold(own.slice(0, -1));
    this.show(own);
  }

  /** Folds the last of `own` onto `beforeLast`, which holds all others. */
  private show(own: readonly CandidateEvent[]): void {
    this.own = [...own];
    const last = own.at(-1);
    this.shown = last ? foldEvent(this.beforeLast, { ...last, seq: this.beforeLast.seq + 1 }) : this.known;
  }

  private fold(events: readonly CandidateEvent[]): InterviewState {
    const first = this.known.seq + 1;
    return foldEvents(
      events.map((event, i) => ({ ...event, seq: first + i })),
      this.known,
    );
  }

  /** Takes over what is new in the server's log; false when something before it is missing here. */
  learn(events: readonly LoggedEvent[], own: readonly CandidateEvent[]): boolean {
    const fresh = events.filter((event) => event.seq > this.known.seq);
    const isGapless = fresh.every((event, i) => event.seq === this.known.seq + 1 + i);
    if (isGapless) this.known = foldEvents(fresh, this.known);
    this.beforeLast = this.fold(own.slice(0, -1));
    this.show(own);
    return isGapless;
  }
}
