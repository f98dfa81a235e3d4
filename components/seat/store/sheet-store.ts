/** The scoring sheet in the browser: each change is shown at once and saved soon, one request at a time, until it is taken. */
import type { ErrorCode } from "@/lib/errors";
import type { SheetMark } from "@/lib/learning/scoring-sheet";
import type { SeatActions } from "../seat-actions";

const SAVE_AFTER_MS = 400;
const RETRY_AFTER_MS = 3_000;
/** Failures that trying again may cure. */
const PASSING: readonly ErrorCode[] = ["rate-limited", "unexpected", "unavailable"];

export type SheetSnapshot = {
  marks: ReadonlyMap<string, SheetMark>;
  /** In words, always shown. */
  status: string;
};

export type SheetStoreParts = {
  seatId: string;
  marks: readonly SheetMark[];
  save: SeatActions["saveMark"];
  schedule(run: () => void, delayMs: number): () => void;
};

export class SheetStore {
  private readonly listeners = new Set<() => void>();
  /** Points whose last change the server does not have. */
  private readonly unsaved = new Set<string>();
  private snapshot: SheetSnapshot;
  private isSaving = false;
  private isOver = false;
  private cancelTimer: () => void = () => {};

  constructor(private readonly parts: SheetStoreParts) {
    const marks = new Map(parts.marks.map((mark) => [mark.pointId, mark]));
    this.snapshot = { marks, status: "Saved as you mark" };
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  getSnapshot = (): SheetSnapshot => this.snapshot;

  private publish(change: Partial<SheetSnapshot>): void {
    this.snapshot = { ...this.snapshot, ...change };
    for (const listener of this.listeners) listener();
  }

  write(mark: SheetMark): void {
    if (this.isOver) return;
    this.unsaved.add(mark.pointId);
    this.publish({ marks: new Map(this.snapshot.marks).set(mark.pointId, mark), status: "Saving" });
    this.plan(SAVE_AFTER_MS);
  }

  private plan(delayMs: number): void {
    this.cancelTimer();
    this.cancelTimer = this.parts.schedule(() => void this.save(), delayMs);
  }

  private async save(): Promise<void> {
    const [pointId] = this.unsaved;
    const mark = pointId === undefined ? undefined : this.snapshot.marks.get(pointId);
    if (!mark || this.isSaving) return;
    this.isSaving = true;
    this.unsaved.delete(mark.pointId);
    const result = await this.parts.save({ seatId: this.parts.seatId, ...mark }).catch(() => null);
    this.isSaving = false;
    if (result?.ok) {
      this.publish({ status: this.unsaved.size > 0 ? "Saving" : "Saved" });
      if (this.unsaved.size > 0) this.plan(0);
      return;
    }
    this.unsaved.add(mark.pointId);
    if (result && !PASSING.includes(result.code)) {
      this.isOver = true;
      return this.publish({ status: result.message });
    }
    this.publish({ status: "Not saved: the server cannot be reached. Trying again" });
    this.plan(RETRY_AFTER_MS);
  }
}
