/**
 * This tab's unsent events, in order, each written to the browser's storage the moment it exists. The last one takes
 * in further typing until it is sent for the first time: after that the server may have it, so it is never changed.
 */
import type { CandidateEvent } from "@/lib/interview/events";
import { coalesce } from "./coalesce";
import type { Draft, DraftStorage } from "./draft-storage";

type Entry = { draft: Draft; sealed: boolean };
export type OutboxOwner = { interviewId: string; viewerId: string; origin: string };

/** One request holds at most this much, well below the server's limit for a body. */
const MAX_BATCH_EVENTS = 120;
const MAX_BATCH_CHARS = 200_000;

export class Outbox {
  private entries: Entry[] = [];
  private nextPosition = 0;
  private readonly writes = new Set<Promise<void>>();
  /** Told when storage does not work, so that the page can say that typing is kept in this tab only. */
  onStorageFailure: () => void = () => {};

  constructor(
    private readonly owner: OutboxOwner,
    private readonly storage: DraftStorage,
    drafts: readonly Draft[],
  ) {
    this.entries = drafts.filter((draft) => !draft.refused).map((draft) => ({ draft, sealed: true }));
    this.nextPosition = Math.max(-1, ...drafts.map((draft) => draft.position)) + 1;
  }

  get events(): CandidateEvent[] {
    return this.entries.map((entry) => entry.draft.event);
  }

  get size(): number {
    return this.entries.length;
  }

  add(event: CandidateEvent): void {
    const last = this.entries.at(-1);
    const joined = last && !last.sealed ? coalesce(last.draft.event, event) : null;
    if (last && joined) {
      last.draft = { ...last.draft, event: joined };
      this.store(last.draft);
      return;
    }
    const draft: Draft = { ...this.owner, position: this.nextPosition++, event, refused: null };
    this.entries.push({ draft, sealed: false });
    this.store(draft);
  }

  private store(draft: Draft): void {
    this.track(this.storage.put(draft));
  }

  private track(write: Promise<void>): void {
    const settled = write.catch(() => this.onStorageFailure()).finally(() => this.writes.delete(settled));
    this.writes.add(settled);
  }

  /** Resolves when everything so far is in the browser's storage. */
  async stored(): Promise<void> {
    await Promise.all(this.writes);
  }

  /** The next events to send, oldest first; from now on they are not changed any more. */
  nextBatch(): CandidateEvent[] {
    const batch: CandidateEvent[] = [];
    let chars = 0;
    for (const entry of this.entries) {
      chars += JSON.stringify(entry.draft.event).length;
      if (batch.length > 0 && (batch.length >= MAX_BATCH_EVENTS || chars > MAX_BATCH_CHARS)) break;
      entry.sealed = true;
      batch.push(entry.draft.event);
    }
    return batch;
  }

  /** Forgets what the server has; what it refused stays in storage with the reason, for the download. */
  settle(taken: ReadonlySet<string>, refused: ReadonlyMap<string, string>): Draft[] {
    const done = this.entries.filter(({ draft }) => taken.has(draft.event.eventId));
    const lost = this.entries
      .filter(({ draft }) => refused.has(draft.event.eventId) && !taken.has(draft.event.eventId))
      .map(({ draft }) => ({ ...draft, refused: refused.get(draft.event.eventId) ?? "refused" }));
    if (done.length > 0) this.track(this.storage.remove(done.map((entry) => entry.draft)));
    for (const draft of lost) this.store(draft);
    this.entries = this.entries.filter(
      ({ draft }) => !taken.has(draft.event.eventId) && !refused.has(draft.event.eventId),
    );
    return lost;
  }
}
