"use client";

import { onDeviceChange, parseReading, readDevice, writeDevice } from "@/components/reading/device-reading";
import type { ActionResult } from "@/lib/actions/result";
import {
  type Bookmark,
  EMPTY_READING,
  type Highlight,
  isEmptyReading,
  type Progress,
  type Reading,
  withBookmark,
  withHighlight,
  withoutHighlight,
  withoutProgress,
  withProgress,
} from "@/lib/reading/reading";

type Saving = Promise<ActionResult<unknown>>;
/** The server's actions, given by the page: components know no server. */
export type ReadingActions = {
  saveProgress(progress: Progress): Saving;
  forgetProgress(input: { path: string }): Saving;
  setBookmark(input: { bookmark: Bookmark; isSet: boolean }): Saving;
  saveHighlight(highlight: Highlight): Saving;
  deleteHighlight(input: { id: string }): Saving;
  mergeReading(reading: { progress: unknown[]; bookmarks: unknown[]; highlights: unknown[] }): Saving;
};

/** Where reading is kept: on this device while there is no session, on the server for a guest or an account. */
export type ReadingPlace = "loading" | "device" | "guest" | "account";
export type ReadingState = { place: ReadingPlace; reading: Reading; problem: string | null };

type Change = (reading: Reading) => Reading;
const LOADING: ReadingState = { place: "loading", reading: EMPTY_READING, problem: null };
const SAVE_PROGRESS_EVERY_MS = 5_000;
const NOT_KEPT = "This browser keeps nothing, so your reading is lost when you leave.";

/** One for the life of a page: `readingStore`. */
export class ReadingStore {
  private state = LOADING;
  private actions: ReadingActions | null = null;
  private refreshing: Promise<void> | null = null;
  private readonly listeners = new Set<() => void>();
  private readonly waiting = new Map<string, Progress>();
  /** Changes since the last question to the server; its answer may be older than they are. All can be repeated. */
  private recent: Change[] = [];
  private stopListening: () => void = () => {};
  private timer: ReturnType<typeof setTimeout> | null = null;

  subscribe = (listener: () => void) => {
    // One ear for all: every heading of a page subscribes.
    if (this.listeners.size === 0) this.stopListening = onDeviceChange(this.takeFromDevice);
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) this.stopListening();
    };
  };
  snapshot = () => this.state;
  serverSnapshot = () => LOADING;

  /** Asks the server who is here, hands over what the device kept, and takes what the server knows. */
  refresh(actions: ReadingActions): Promise<void> {
    this.actions = actions;
    this.refreshing ??= this.load().finally(() => {
      this.refreshing = null;
    });
    return this.refreshing;
  }

  /** Progress is written down at once, and sent at most every five seconds. */
  recordProgress(progress: Progress) {
    this.apply((reading) => withProgress(reading, progress));
    if (!this.isOnServer()) return this.keepOnDevice((kept) => withProgress(kept, progress));
    this.waiting.set(progress.path, progress);
    this.timer ??= setTimeout(() => this.sendProgress(), SAVE_PROGRESS_EVERY_MS);
  }

  /** Sends what waits: the page may be gone in a moment. */
  sendProgress() {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    const all = [...this.waiting.values()];
    this.waiting.clear();
    for (const progress of all)
      void this.save(
        (actions) => actions.saveProgress(progress),
        (kept) => withProgress(kept, progress),
      );
  }

  setBookmark(bookmark: Bookmark, isSet: boolean) {
    const change: Change = (reading) => withBookmark(reading, bookmark, isSet);
    const send = (actions: ReadingActions) => actions.setBookmark({ bookmark, isSet });
    return isSet ? this.add(change, send) : this.remove(change, send);
  }

  putHighlight(highlight: Highlight) {
    return this.add(
      (reading) => withHighlight(reading, highlight),
      (actions) => actions.saveHighlight(highlight),
    );
  }

  deleteHighlight(id: string) {
    return this.remove(
      (reading) => withoutHighlight(reading, id),
      (actions) => actions.deleteHighlight({ id }),
    );
  }

  forgetProgress(path: string) {
    this.waiting.delete(path);
    return this.remove(
      (reading) => withoutProgress(reading, path),
      (actions) => actions.forgetProgress({ path }),
    );
  }

  private set(part: Partial<ReadingState>) {
    this.state = { ...this.state, ...part };
    for (const listener of this.listeners) listener();
  }

  private apply(change: Change) {
    this.recent.push(change);
    this.set({ reading: change(this.state.reading), problem: null });
  }

  private takeFromDevice = () => {
    if (this.state.place === "device") this.set({ reading: readDevice() });
  };

  /** Takes one change back and keeps those that were made since. */
  private undo(change: Change, before: Reading) {
    const at = this.recent.indexOf(change);
    // A newer answer of the server has come since: what it refused is not in it.
    if (at === -1) return;
    const since = this.recent.slice(at + 1);
    this.recent = this.recent.filter((one) => one !== change);
    this.set({ reading: since.reduce((reading, one) => one(reading), before) });
  }

  private withRecent = (reading: Reading) => this.recent.reduce((after, change) => change(after), reading);

  private isOnServer = () => this.state.place === "guest" || this.state.place === "account";

  private keepOnDevice(change: Change) {
    if (!writeDevice(change(readDevice()))) this.set({ problem: NOT_KEPT });
  }

  private async load() {
    this.recent = [...this.waiting.values()].map((one) => (reading) => withProgress(reading, one));
    const account = await fetchAccount();
    // What is shown stays, and what changes meanwhile is kept on the device.
    if (account === "unreached" && this.isOnServer()) return;
    if (!account || account === "unreached")
      return this.set({ place: "device", reading: readDevice(), problem: null });
    const place: ReadingPlace = account.isGuest ? "guest" : "account";
    this.set({ place, reading: this.withRecent(account.reading), problem: null });
    const device = readDevice();
    if (isEmptyReading(device) || !this.actions) return;
    const { progress, bookmarks, highlights } = device;
    const body = { progress: [...progress], bookmarks: [...bookmarks], highlights: [...highlights] };
    const result = await this.actions.mergeReading(body).catch(() => null);
    if (!result?.ok) return;
    // What another tab wrote meanwhile stays for the next time.
    if (JSON.stringify(readDevice()) === JSON.stringify(device)) writeDevice(EMPTY_READING);
    const merged = await fetchAccount();
    if (merged && merged !== "unreached") this.set({ reading: this.withRecent(merged.reading) });
  }

  /** @returns whether the server took it; what it could not be told stays on the device and is told next time. */
  private async save(send: (actions: ReadingActions) => Saving, change: Change): Promise<boolean> {
    const result = this.actions && (await send(this.actions).catch(() => null));
    if (result?.ok) return true;
    if (result && (result.code === "closed" || result.code === "invalid-input")) {
      this.set({ problem: result.message });
      return false;
    }
    if (result?.code === "unauthenticated") this.set({ place: "device" });
    this.keepOnDevice(change);
    return true;
  }

  private async add(change: Change, send: (actions: ReadingActions) => Saving): Promise<void> {
    const before = this.state.reading;
    this.apply(change);
    if (!this.isOnServer()) return this.keepOnDevice(change);
    if (!(await this.save(send, change))) this.undo(change, before);
  }

  private async remove(change: Change, send: (actions: ReadingActions) => Saving): Promise<void> {
    const before = this.state.reading;
    this.apply(change);
    this.keepOnDevice(change);
    if (!this.isOnServer()) return;
    const result = this.actions && (await send(this.actions).catch(() => null));
    // Gone already is as good as deleted.
    if (result?.ok || result?.code === "not-found") return;
    this.undo(change, before);
    this.set({ problem: "That could not be deleted. Check the connection and try again." });
  }
}

/** Null when nobody has a session here. */
async function fetchAccount(): Promise<{ isGuest: boolean; reading: Reading } | null | "unreached"> {
  try {
    const response = await fetch("/api/reading");
    const { account } = (await response.json()) as {
      account: { isGuest?: unknown; reading?: unknown } | null;
    };
    return account ? { isGuest: account.isGuest === true, reading: parseReading(account.reading) } : null;
  } catch {
    return "unreached";
  }
}

export const readingStore = new ReadingStore();
