/**
 * The interview in the browser: what is shown, what is unsent, and how saving goes. React reads it through
 * use-interview.ts; nothing here knows of React.
 */
import type { ActionResult } from "@/lib/actions/result";
import type { SaveResult } from "@/lib/data/interview/save-events";
import type { Saved } from "@/lib/data/interview/saved";
import { isTimeOver } from "@/lib/interview/clock";
import type { CandidateEvent, LoggedEvent } from "@/lib/interview/events";
import type { SeatStatus } from "@/lib/interview/seat/seat";
import type { InterviewState } from "@/lib/interview/state";
import type { Draft, DraftStorage } from "./draft-storage";
import { newEventId } from "./identifiers";
import { LogView } from "./log-view";
import type { Claim } from "./origin";
import { Outbox } from "./outbox";
import type { SaveStatus } from "./save-status";
import type { ServerClock } from "./server-clock";
import { Synchroniser, type SynchroniserHooks, type Transport } from "./synchroniser";
import type { Tabs } from "./tabs";

type Bodies<Event> = Event extends CandidateEvent
  ? Omit<Event, "eventId" | "origin" | "atMs" | "base">
  : never;
/** What a component says happened; the store adds who, when and on top of what. */
export type Written = Bodies<CandidateEvent>;

export type Snapshot = {
  state: InterviewState;
  status: SaveStatus;
  /** False until the drafts of this browser are read: typing before that could be out of order. */
  ready: boolean;
  unsent: number;
  /** True from the deadline on, by the server's clock: nothing more can be written. */
  isOver: boolean;
  /** Events that the server did not take, to be downloaded. */
  refused: readonly CandidateEvent[];
  /** False when this browser cannot keep drafts over a reload. */
  keepsDrafts: boolean;
  /** Whether a partner may come, is there or is gone, as the server last said. */
  seat: SeatStatus | null;
};

export type StoreParts = {
  interviewId: string;
  viewerId: string;
  events: readonly LoggedEvent[];
  seat: SeatStatus | null;
  clock: ServerClock;
  storage: DraftStorage;
  transport: Transport;
  claim(draftOrigins: readonly string[]): Promise<Claim>;
  /** Gives up names that were claimed. */
  leave(origins: readonly string[]): void;
  joinTabs(hear: (events: LoggedEvent[]) => void): Tabs;
  outside: Pick<SynchroniserHooks, "isOutdated" | "isHidden" | "isOffline" | "schedule">;
};

const BASED = new Set<CandidateEvent["kind"]>([
  "answer-edited",
  "note-edited",
  "decision-made",
  "board-changed",
  "estimate-saved",
]);

export class InterviewStore {
  private readonly view: LogView;
  private readonly sync: Synchroniser;
  private outbox: Outbox | null = null;
  /** Drafts of tabs that are gone, sent under their own origin before anything else. */
  private orphans: Draft[] = [];
  private origin = "";
  /** Names that this store may write under; empty while it is closed. */
  private held: string[] = [];
  private isOpen = false;
  private tabs: Tabs = { tell: () => {}, close: () => {} };
  private readonly listeners = new Set<() => void>();
  private snapshot: Snapshot;
  private opening: Promise<void> | null = null;

  constructor(private readonly parts: StoreParts) {
    this.view = new LogView(parts.events);
    this.snapshot = {
      state: this.view.state,
      status: { kind: "saved", atMs: parts.clock.local() },
      ready: false,
      unsent: 0,
      isOver: false,
      refused: [],
      keepsDrafts: true,
      seat: parts.seat,
    };
    this.sync = new Synchroniser({
      ...parts.outside,
      transport: parts.transport,
      request: () => this.nextRequest(),
      receive: (result, sentAt, receivedAt) => this.receive(result, sentAt, receivedAt),
      unsent: () => this.unsentCount(),
      setStatus: (status) => this.publish({ status }),
      hasSeat: () => this.snapshot.seat !== null,
      now: () => parts.clock.local(),
    });
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  getSnapshot = (): Snapshot => this.snapshot;
  nowMs = (): number => this.parts.clock.nowMs();
  /** The monotonic clock that `saved` statuses are stamped with. */
  localNow = (): number => this.parts.clock.local();

  private publish(change: Partial<Snapshot>): void {
    const { state } = this.view;
    const unsent = this.unsentCount();
    this.snapshot = { ...this.snapshot, state, unsent, isOver: this.hasEnded(), ...change };
    for (const listener of this.listeners) listener();
  }

  private hasEnded(): boolean {
    const { state } = this.view;
    return state.status === "submitted" || isTimeOver(state, this.parts.clock.nowMs());
  }

  /** Looks at the clock; the page does so each second. */
  checkEnd(): void {
    if (this.hasEnded() !== this.snapshot.isOver) this.publish({});
  }

  private unsentCount(): number {
    return this.orphans.length + (this.outbox?.size ?? 0);
  }

  /** Reads the drafts of this browser, takes an origin and begins to send. May be called again after `close`. */
  open(): void {
    this.isOpen = true;
    this.tabs = this.parts.joinTabs((events) => this.learn(events));
    this.opening = this.opening ? this.opening.then(() => this.holdAgain()) : this.readDrafts();
    void this.opening.then(() => (this.isOpen ? this.sync.start() : this.letGo()));
  }

  /** Stops sending; what is unsent stays in storage, for the page that opens this interview next. */
  close(): void {
    this.isOpen = false;
    this.sync.stop();
    this.tabs.close();
    this.letGo();
  }

  private letGo(): void {
    this.parts.leave(this.held);
    this.held = [];
  }

  private async holdAgain(): Promise<void> {
    if (this.held.length > 0) return;
    const { origin, adopted } = await this.parts.claim([this.origin]);
    this.held = [origin, ...adopted];
  }

  private async readDrafts(): Promise<void> {
    const { storage, interviewId, viewerId } = this.parts;
    const drafts = await storage.list(interviewId).catch((): Draft[] => {
      this.publish({ keepsDrafts: false });
      return [];
    });
    const open = drafts.filter((draft) => draft.refused === null);
    const { origin, adopted } = await this.parts.claim([...new Set(open.map((draft) => draft.origin))]);
    this.origin = origin;
    this.held = [origin, ...adopted];
    this.orphans = open.filter((draft) => adopted.includes(draft.origin));
    const own = drafts.filter((draft) => draft.origin === origin);
    this.outbox = new Outbox({ interviewId, viewerId, origin }, storage, own);
    this.outbox.onStorageFailure = () => this.publish({ keepsDrafts: false });
    this.view.setOwn(this.outbox.events);
    const refused = drafts.filter((draft) => draft.refused !== null).map((draft) => draft.event);
    this.publish({ ready: true, refused });
  }

  /** Writes down what the candidate did: shown at once, stored in this browser at once, sent within a second. */
  write(written: Written): string | null {
    if (!this.outbox || this.hasEnded()) return null;
    const atMs = Math.round(this.parts.clock.nowMs());
    const base = BASED.has(written.kind) ? { base: this.view.knownSeq } : {};
    const event = {
      eventId: newEventId(Date.now()),
      origin: this.origin,
      atMs,
      ...base,
      ...written,
    } as CandidateEvent;
    this.outbox.add(event);
    this.view.setOwn(this.outbox.events);
    this.publish({});
    this.sync.written();
    return event.eventId;
  }

  private nextRequest() {
    const events = [...this.orphans.map((draft) => draft.event), ...(this.outbox?.nextBatch() ?? [])];
    return {
      interviewId: this.parts.interviewId,
      sinceSeq: this.view.knownSeq,
      events: events.slice(0, 200),
    };
  }

  private receive(result: SaveResult, sentAt: number, receivedAt: number): boolean {
    this.parts.clock.set(result.serverNowMs, sentAt, receivedAt);
    this.snapshot = { ...this.snapshot, seat: result.seat };
    const reasons = new Map(result.refused.map(({ eventId, reason }) => [eventId, reason as string]));
    const taken = new Set([...result.accepted, ...result.newEvents.map((event) => event.eventId)]);
    const settled = (draft: Draft) => taken.has(draft.event.eventId) || reasons.has(draft.event.eventId);
    const gone = this.orphans.filter(settled);
    if (gone.length > 0) void this.parts.storage.remove(gone).catch(() => {});
    this.orphans = this.orphans.filter((draft) => !settled(draft));
    const lost = this.outbox?.settle(taken, reasons) ?? [];
    const isComplete = this.view.learn(result.newEvents, this.outbox?.events ?? []);
    this.tabs.tell(result.newEvents);
    this.afterLearning(lost.map((draft) => draft.event));
    return isComplete;
  }

  /** Takes over confirmed events from another tab, or from an action that wrote to the log. */
  learn(events: readonly LoggedEvent[]): void {
    this.outbox?.settle(new Set(events.map((event) => event.eventId)), new Map());
    if (!this.view.learn(events, this.outbox?.events ?? [])) this.sync.hurry();
    this.afterLearning([]);
  }

  private afterLearning(lost: readonly CandidateEvent[]): void {
    const refused = lost.length > 0 ? [...this.snapshot.refused, ...lost] : this.snapshot.refused;
    this.publish({ refused });
    if (this.view.state.status === "submitted") this.sync.finish();
  }

  /** Runs a server action that writes to the log (a hint, a pause) and shows what it wrote. */
  async act(action: (sinceSeq: number) => Promise<ActionResult<Saved>>): Promise<string | null> {
    const sentAt = this.parts.clock.local();
    const result = await action(this.view.knownSeq);
    if (!result.ok) return result.message;
    this.parts.clock.set(result.data.serverNowMs, sentAt, this.parts.clock.local());
    this.learn(result.data.newEvents);
    this.tabs.tell(result.data.newEvents);
    return null;
  }

  /** Sends what is unsent now; resolves when nothing is left or after `patienceMs`. True when nothing is left. */
  async flush(patienceMs: number): Promise<boolean> {
    this.sync.hurry();
    const until = this.parts.clock.local() + patienceMs;
    while (this.unsentCount() > 0 && this.parts.clock.local() < until) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return this.unsentCount() === 0;
  }

  /** After sleep, or when the computer's clock was set, only the server knows the time. */
  checkClock(): void {
    if (this.parts.clock.hasJumped()) this.sync.hurry();
  }

  /** Something was said to the interviewer: send it now, and ask soon for what it says to that. */
  expectNews(): void {
    this.sync.expectNews();
  }

  /** The window, the connection or the session may be back. */
  hurry(): void {
    this.sync.hurry();
  }
}
