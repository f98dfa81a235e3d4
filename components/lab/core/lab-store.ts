/**
 * Keeps what is shown equal to what was asked for. Changes only set the wanted state; one loop then brings the worker
 * up to it (lab-sync.ts), so that a dragged knob never queues more than one run behind the one under way.
 * Nothing is loaded before the first change or `run()`.
 */
import { LabCore } from "@/components/lab/core/lab-core";
import { bringUp, ensureLists, worldKey } from "@/components/lab/core/lab-sync";
import type { LabStart, LabView } from "@/components/lab/core/lab-types";
import { finishedTraining } from "@/components/lab/core/training/watch-training";
import type { Live } from "@/components/lab/video/live";
import { AppError } from "@/lib/errors";
import type { Knobs } from "@/lib/pipeline/video/knobs";
import type { LabOpen, LabState } from "@/lib/pipeline/video/lab-state";
import type { SlateEffect, UserSummary, VideoCard } from "@/lib/pipeline/video/trace";
import type { Audience } from "@/lib/pipeline/workers/calls/world-calls";
import type { CallOptions } from "@/lib/pipeline/workers/client";
import type { BackendName, CallName, CallParams, CallResult } from "@/lib/pipeline/workers/protocol";

export type Variant = { id: string; knobs: Knobs };

const FAILED = "The pipeline stopped unexpectedly. What you see is the last slate it made.";
const STOPPED = "Stopped. What you see is the last slate; the next change runs again.";
const isAbort = (error: unknown) => error instanceof DOMException && error.name === "AbortError";
const abortError = () => new DOMException("The run was cancelled.", "AbortError");

export class LabStore {
  readonly #core: LabCore;
  readonly subscribe: LabCore["subscribe"];
  #controller = new AbortController();
  #syncing: Promise<void> | null = null;
  #isStale = false;
  #live: Live | null = null;
  /** Videos that this device starts with; null: as many as the address says. */
  #deviceItems: number | null = null;

  constructor(start: LabStart, importLive: () => Promise<Live>) {
    this.#core = new LabCore(start, importLive);
    this.subscribe = this.#core.subscribe;
  }
  readonly getView = (): LabView => this.#core.view;

  /** Takes the state of an address; starts the pipeline when it asks for another run than the stored one. */
  async adopt(search: string): Promise<void> {
    const live = await this.#loadLive();
    const params = new URLSearchParams(search);
    const parsed = live.parseLabState(params);
    const state =
      this.#deviceItems !== null && !params.has("items") ? { ...parsed, items: this.#deviceItems } : parsed;
    if (params.has("items")) this.#core.notice("device", null);
    // What is open and how many videos there are wait for the first touch, like an address that says nothing.
    const { open, items } = live.defaults;
    const isStored = live.formatLabState({ ...parsed, open, items }) === "";
    this.#core.update({ state, ...(state.audience?.kind === "history" && { history: [] }) });
    if (!isStored) await this.run();
  }

  setKnobs(knobs: Knobs): void {
    this.#change({ knobs });
  }
  resetKnobs(): void {
    this.#change({ knobs: this.#core.start.state.knobs });
  }
  hasChangedKnobs(): boolean {
    return JSON.stringify(this.getView().state.knobs) !== JSON.stringify(this.#core.start.state.knobs);
  }
  /** Another world of the same seed: the logged part, and so the models, stay the same. */
  setItems(items: number): void {
    this.#core.notice("device", null);
    this.#change({ items });
  }
  /** Fewer videos than the stored run, until somebody chooses otherwise; `notice` says why. */
  startWith(items: number, notice: string | null = null): void {
    if (this.getView().phase !== "still") return;
    this.#deviceItems = items;
    this.#core.update({ state: { ...this.getView().state, items } });
    this.#core.notice("device", notice);
  }
  setBackend(backend: BackendName): void {
    this.#change({ backend });
  }
  /** Lists of the index; 0: a number that fits the catalogue. */
  setLists(lists: number): void {
    this.#change({ lists });
  }
  /** Unfolds or folds a step, a panel or a story. Runs nothing. */
  setOpen(part: Partial<LabOpen>): void {
    const { state } = this.getView();
    this.#core.update({ state: { ...state, open: { ...state.open, ...part } } });
    if (!this.#live) void this.#loadLive().then(() => this.#core.update({}));
  }
  chooseUser(userId: number): void {
    this.#core.notice("audience", null);
    this.#change({ audience: { kind: "user", userId } });
  }
  /** Counts as watched just now. */
  async addToHistory(card: VideoCard): Promise<void> {
    await this.#whenLive(() => this.#setHistory([card, ...this.getView().history]));
  }
  /** `index` counts from the newest. */
  async removeFromHistory(index: number): Promise<void> {
    await this.#whenLive(() => this.#setHistory(this.getView().history.toSpliced(index, 1)));
  }
  train(training: LabState["training"], seed: number): void {
    this.#change({ training, seed, model: "own" });
  }
  restoreShippedModels(): void {
    this.#change({ model: "shipped", seed: this.#core.start.card.world.seed });
  }
  /** Holds the training at its next step, or lets it go on. */
  pauseTraining(isPaused: boolean): void {
    this.#core.client?.setPaused(isPaused);
    this.#core.update({ training: { ...this.getView().training, isPaused } });
  }
  /** Lets a held training take its next step. */
  stepTraining(): void {
    this.#core.client?.step();
  }
  /** Stops what runs now; what was there before stays. */
  cancel(): void {
    if (this.getView().activity === "") return;
    this.#core.isStopping = true;
    this.#core.update({ activity: "Stopping", fraction: null, step: null });
    this.#controller.abort();
  }
  async listUsers(offset: number, limit: number): Promise<{ total: number; users: UserSummary[] }> {
    return (await this.#core.load()).client.call("list-users", { offset, limit });
  }
  async findVideos(text: string): Promise<VideoCard[]> {
    return (await this.#core.load()).client.call("find-videos", { text, limit: 12 });
  }
  /** Whom the present slate is for. */
  audience(): Audience {
    return this.#core.audience();
  }
  /** Any other question to the worker, asked once the pipeline stands as shown. Rejects when it cannot be brought there. */
  async ask<Name extends CallName>(
    name: Name,
    params: CallParams<Name>,
    options?: CallOptions,
  ): Promise<CallResult<Name>> {
    if (this.getView().phase !== "live" || this.#syncing) await this.run();
    const { phase, error } = this.getView();
    if (phase === "failed") throw new AppError("unavailable", error ?? FAILED);
    if (phase !== "live") throw abortError();
    return (await this.#core.load()).client.call(name, params, options);
  }
  /** The present request with other knobs; the first answer, "base", is the request itself. */
  compare(variants: readonly Variant[], signal?: AbortSignal): Promise<SlateEffect[]> {
    const params = { audience: this.audience(), knobs: this.getView().state.knobs, variants: [...variants] };
    return this.ask("compare", params, signal && { signal });
  }
  /** Groups the index into lists if that has not been done, for a question that searches them. */
  async prepareLists(signal: AbortSignal): Promise<void> {
    if (this.getView().phase !== "live" || this.#syncing) await this.run();
    if (this.getView().phase !== "live") throw abortError();
    const both = AbortSignal.any([signal, this.#renewController().signal]);
    try {
      await ensureLists({ core: this.#core, tools: await this.#core.load(), signal: both });
    } finally {
      if (!this.#syncing) this.#core.update({ activity: "", fraction: null });
    }
  }
  /** The query string of the present state; null while nothing is loaded that could write it. */
  address(): string | null {
    return (
      this.#live?.formatLabState(this.getView().state, this.#deviceItems === null ? [] : ["items"]) ?? null
    );
  }
  /** The same with the catalogue's size in it, so that it means the same on every device. */
  link(): string | null {
    return this.#live?.formatLabState(this.getView().state, ["items"]) ?? null;
  }
  close(): void {
    this.#core.update({ training: { ...this.getView().training, isRunning: false } });
    this.#controller.abort();
    this.#core.drop();
  }

  /** Starts the pipeline if need be and brings it up to the wanted state; settles when it is there, or has failed. */
  run(): Promise<void> {
    this.#isStale = true;
    this.#syncing ??= this.#sync();
    return this.#syncing;
  }

  /** Offline metrics of the present knobs on held-out viewers. */
  async measure(): Promise<void> {
    if (this.getView().isMeasuring || this.getView().phase !== "live") return;
    const { signal } = this.#renewController();
    const core = this.#core;
    core.update({ isMeasuring: true, activity: "Measuring on held-out viewers", fraction: 0 });
    try {
      const { client, live } = await core.load();
      const { state } = core.view;
      const options = { onProgress: core.onProgress, signal };
      const metrics = await client.call("metrics", { knobs: state.knobs }, options);
      const measured = { metrics, query: live.formatLabState(state) };
      core.update({ measured, isMeasuring: false, activity: "", fraction: null });
    } catch (error) {
      core.update({ isMeasuring: false });
      this.#fail(error);
    }
  }

  async #sync(): Promise<void> {
    const { signal } = this.#renewController();
    const core = this.#core;
    core.notice("stopped", null);
    const isCold = core.view.phase !== "live";
    core.update({
      error: null,
      ...(isCold && { phase: "starting", activity: "Starting the pipeline", fraction: null }),
    });
    try {
      await this.#loadLive();
      const tools = await core.load();
      while (this.#isStale) {
        this.#isStale = false;
        await bringUp({ core, tools, signal });
      }
      this.#syncing = null;
      core.shown = core.view.state;
      core.update({ phase: "live", activity: "", fraction: null, step: null });
    } catch (error) {
      this.#syncing = null;
      this.#fail(error);
    }
  }

  /** The stored run knows only the newest part of a history: edits wait for all of it. */
  async #whenLive(edit: () => void): Promise<void> {
    if (this.getView().phase !== "live") await this.run();
    if (this.getView().phase === "live") edit();
  }
  /** Newest first; the lab goes on for a visitor with exactly this history. */
  #setHistory(history: readonly VideoCard[]): void {
    const { language } = this.getView().user;
    this.#core.notice("audience", null);
    this.#core.update({ history });
    const items = history.map((card) => card.item).reverse();
    this.#change({ audience: { kind: "history", history: items, language } });
  }

  #fail(error: unknown): void {
    this.#core.update({ activity: "", fraction: null, step: null });
    if (isAbort(error)) {
      this.#afterCancel();
      return;
    }
    this.#core.drop();
    const isExpected = error instanceof Error && "code" in error && error.code !== "unexpected";
    const training = { ...this.getView().training, isRunning: false, isPaused: false };
    this.#core.update({ phase: "failed", error: isExpected ? error.message : FAILED, training });
  }

  /** Back to what the slate was made with, and to the shipped models when a training was cut: half a model is nobody's. */
  #afterCancel(): void {
    const { held, shown, start, view } = this.#core;
    const wasTraining = view.training.isRunning;
    const isUp = shown !== null && held.world === worldKey(shown) && held.models !== null;
    const state = shown && { ...shown, open: view.state.open };
    this.#core.update({ phase: isUp ? "live" : "still", ...(state && { state }) });
    if (shown && !isUp) this.#core.notice("stopped", STOPPED);
    if (!wasTraining) return;
    this.#core.update({ training: finishedTraining(start.card.curve, false) });
    this.restoreShippedModels();
  }

  async #loadLive(): Promise<Live> {
    this.#live = await this.#core.loadLive();
    return this.#live;
  }
  #renewController(): AbortController {
    this.#core.isStopping = false;
    this.#controller = new AbortController();
    return this.#controller;
  }
  #change(part: Partial<LabState>): void {
    this.#core.update({ state: { ...this.getView().state, ...part } });
    void this.run();
  }
}
