/**
 * Keeps what is shown equal to what was asked for. Changes only set the wanted state; one loop then brings the worker's
 * world, models and slate up to it, so that a dragged knob never queues more than one run behind the one under way.
 * Nothing is loaded before the first change or `run()`.
 */

import { initialView, type LabStart, type LabView } from "@/components/lab/lab-view";
import type { Live } from "@/components/lab/live";
import type { Knobs } from "@/lib/pipeline/knobs";
import type { LabState } from "@/lib/pipeline/lab-state";
import type { UserSummary, VideoCard } from "@/lib/pipeline/trace";
import type { Audience } from "@/lib/pipeline/workers/calls/world-calls";
import type { CallOptions, PipelineClient } from "@/lib/pipeline/workers/client";
import type { CallName, CallParams, CallResult, Progress } from "@/lib/pipeline/workers/protocol";

type Tools = { live: Live; client: PipelineClient };
/** What the worker holds now, as keys that change when the thing does; null is nothing. */
type Held = { seed: number | null; models: string | null; audience: string | null; knobs: string | null };
const NOTHING: Held = { seed: null, models: null, audience: null, knobs: null };

const FAILED = "The pipeline stopped unexpectedly. What you see is the last slate it made.";
const isAbort = (error: unknown) => error instanceof DOMException && error.name === "AbortError";

export class LabStore {
  readonly #start: LabStart;
  readonly #loadLive: () => Promise<Live>;
  readonly #listeners = new Set<() => void>();
  #view: LabView;
  #loading: Promise<Tools> | null = null;
  #tools: Tools | null = null;
  #held = NOTHING;
  #controller = new AbortController();
  #isSyncing = false;
  #isStale = false;

  constructor(start: LabStart, loadLive: () => Promise<Live>) {
    this.#start = start;
    this.#loadLive = loadLive;
    this.#view = initialView(start);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly getView = (): LabView => this.#view;

  /** Takes the state of an address; starts the pipeline when it differs from the precomputed run. */
  async adopt(search: string): Promise<void> {
    const live = await this.#loadLive();
    const state = live.parseLabState(new URLSearchParams(search));
    if (live.formatLabState(state) === "") return;
    this.#update({ state, ...(state.audience?.kind === "history" && { history: [] }) });
    await this.run();
  }

  setKnobs(knobs: Knobs): void {
    this.#change({ knobs });
  }
  resetKnobs(): void {
    this.#change({ knobs: this.#start.state.knobs });
  }
  hasChangedKnobs(): boolean {
    return JSON.stringify(this.#view.state.knobs) !== JSON.stringify(this.#start.state.knobs);
  }
  chooseUser(userId: number): void {
    this.#change({ audience: { kind: "user", userId } });
  }
  /** Counts as watched just now. */
  async addToHistory(card: VideoCard): Promise<void> {
    await this.#whenLive(() => this.#setHistory([card, ...this.#view.history]));
  }
  /** `index` counts from the newest. */
  async removeFromHistory(index: number): Promise<void> {
    await this.#whenLive(() => this.#setHistory(this.#view.history.toSpliced(index, 1)));
  }
  train(training: LabState["training"], seed: number): void {
    this.#change({ training, seed, model: "own" });
  }
  restoreShippedModels(): void {
    this.#change({ model: "shipped", seed: this.#start.card.world.seed });
  }
  /** Holds the training at its next step, or lets it go on. */
  pauseTraining(isPaused: boolean): void {
    this.#tools?.client.setPaused(isPaused);
    this.#update({ training: { ...this.#view.training, isPaused } });
  }
  /** Stops what runs now; what was there before stays. */
  cancel(): void {
    this.#controller.abort();
  }
  async listUsers(offset: number, limit: number): Promise<{ total: number; users: UserSummary[] }> {
    return (await this.#load()).client.call("list-users", { offset, limit });
  }
  async findVideos(text: string): Promise<VideoCard[]> {
    return (await this.#load()).client.call("find-videos", { text, limit: 12 });
  }
  /** Any other question to the worker, asked once the pipeline stands as shown. */
  async ask<Name extends CallName>(
    name: Name,
    params: CallParams<Name>,
    options?: CallOptions,
  ): Promise<CallResult<Name>> {
    if (this.#view.phase !== "live") await this.run();
    return (await this.#load()).client.call(name, params, options);
  }
  /** The query string of the present state; "" while nothing is loaded. */
  address(): string {
    return this.#tools?.live.formatLabState(this.#view.state) ?? "";
  }
  close(): void {
    this.#controller.abort();
    this.#drop();
  }

  /** Starts the pipeline if need be and brings it up to the wanted state. */
  async run(): Promise<void> {
    this.#isStale = true;
    if (this.#isSyncing) return;
    this.#isSyncing = true;
    const { signal } = this.#renewController();
    const isCold = this.#view.phase !== "live";
    this.#update({
      error: null,
      ...(isCold && { phase: "starting", activity: "Starting the pipeline", fraction: null }),
    });
    try {
      const tools = await this.#load();
      while (this.#isStale) {
        this.#isStale = false;
        await this.#bringUp(tools, signal);
      }
      this.#isSyncing = false;
      this.#update({ phase: "live", activity: "", fraction: null });
    } catch (error) {
      this.#isSyncing = false;
      this.#fail(error);
    }
  }

  /** Offline metrics of the present knobs on held-out viewers. */
  async measure(): Promise<void> {
    if (this.#view.isMeasuring || this.#view.phase !== "live") return;
    const { signal } = this.#renewController();
    this.#update({ isMeasuring: true, activity: "Measuring on held-out viewers", fraction: 0 });
    try {
      const { client, live } = await this.#load();
      const { state } = this.#view;
      const metrics = await client.call(
        "metrics",
        { knobs: state.knobs },
        { onProgress: this.#onProgress, signal },
      );
      const measured = { metrics, query: live.formatLabState(state) };
      this.#update({ measured, isMeasuring: false, activity: "", fraction: null });
    } catch (error) {
      this.#update({ isMeasuring: false });
      this.#fail(error);
    }
  }

  async #bringUp(tools: Tools, signal: AbortSignal): Promise<void> {
    await this.#bringUpWorld(tools, signal);
    await this.#bringUpModels(tools, signal);
    await this.#bringUpAudience(tools, signal);
    await this.#bringUpSlate(tools, signal);
  }

  async #bringUpWorld({ client }: Tools, signal: AbortSignal): Promise<void> {
    const { seed } = this.#view.state;
    if (this.#held.seed === seed) return;
    this.#held = NOTHING;
    this.#update({ phase: "starting", activity: "Building the world of videos and viewers", fraction: 0 });
    await client.call("create-world", { seed }, { onProgress: this.#onProgress, signal });
    this.#held = { ...NOTHING, seed };
  }

  async #bringUpModels(tools: Tools, signal: AbortSignal): Promise<void> {
    const { model, seed, training } = this.#view.state;
    const isOwn = model === "own" || seed !== this.#start.card.world.seed;
    const key = isOwn ? JSON.stringify(training) : "shipped";
    if (this.#held.models === key) return;
    this.#held = { ...NOTHING, seed };
    if (isOwn) await this.#trainModels(tools, signal);
    else await this.#loadModels(tools, signal);
    this.#held = { ...NOTHING, seed, models: key };
  }

  async #loadModels({ client, live }: Tools, signal: AbortSignal): Promise<void> {
    this.#update({ phase: "starting", activity: "Loading the trained models", fraction: 0 });
    const options = { onProgress: this.#onProgress, signal };
    const card = await client.call("load-models", { baseUrl: live.shippedModelsUrl }, options);
    this.#update({ card, training: { points: card.curve, isRunning: false, isPaused: false, isOwn: false } });
  }

  async #trainModels({ client }: Tools, signal: AbortSignal): Promise<void> {
    const training = { points: [], isRunning: true, isPaused: false, isOwn: true };
    this.#update({ phase: "starting", activity: "Training the models", fraction: 0, training });
    const onProgress = (progress: Progress) => {
      this.#onProgress(progress);
      const { point } = progress;
      const before = this.#view.training;
      if (point) this.#update({ training: { ...before, points: [...before.points, point] } });
    };
    const { curve } = await client.call("train", this.#view.state.training, { onProgress, signal });
    this.#update({ training: { points: curve, isRunning: false, isPaused: false, isOwn: true } });
  }

  async #bringUpAudience({ client, live }: Tools, signal: AbortSignal): Promise<void> {
    const audience = this.#audience();
    const key = JSON.stringify(audience);
    if (this.#held.audience === key) return;
    if (audience.kind === "user") {
      const user = await client.call("describe-user", { userId: audience.userId }, { signal });
      this.#update({ user, history: user.history.map((entry) => entry.card) });
    }
    if (audience.kind === "history" && this.#view.history.length !== audience.history.length) {
      const history = await client.call(
        "describe-videos",
        { items: audience.history.toReversed() },
        { signal },
      );
      this.#update({ history });
    }
    const baseline = await client.call("recommend", { audience, knobs: live.defaults.knobs }, { signal });
    this.#update({ baseline });
    this.#held = { ...this.#held, audience: key, knobs: null };
  }

  async #bringUpSlate({ client }: Tools, signal: AbortSignal): Promise<void> {
    const { knobs } = this.#view.state;
    const key = JSON.stringify(knobs);
    if (this.#held.knobs === key) return;
    const recommendation = await client.call("recommend", { audience: this.#audience(), knobs }, { signal });
    this.#update({ recommendation });
    this.#held = { ...this.#held, knobs: key };
  }

  /** The stored run knows only the newest part of a history: edits wait for all of it. */
  async #whenLive(edit: () => void): Promise<void> {
    if (this.#view.phase !== "live") await this.run();
    if (this.#view.phase === "live") edit();
  }
  /** Newest first; the lab goes on for a visitor with exactly this history. */
  #setHistory(history: readonly VideoCard[]): void {
    const { language } = this.#view.user;
    this.#update({ history });
    this.#change({
      audience: { kind: "history", history: history.map((card) => card.item).reverse(), language },
    });
  }

  #fail(error: unknown): void {
    if (isAbort(error)) {
      this.#afterCancel();
      return;
    }
    this.#drop();
    const isExpected = error instanceof Error && "code" in error && error.code !== "unexpected";
    const training = { ...this.#view.training, isRunning: false, isPaused: false };
    this.#update({
      phase: "failed",
      activity: "",
      fraction: null,
      error: isExpected ? error.message : FAILED,
      training,
    });
  }

  /** Back to the shipped models after a cancelled training, since a half-trained model is nobody's. */
  #afterCancel(): void {
    const wasTraining = this.#view.training.isRunning;
    this.#update({ phase: this.#held.models === null ? "still" : "live", activity: "", fraction: null });
    if (!wasTraining) return;
    this.#update({
      training: { points: this.#start.card.curve, isRunning: false, isPaused: false, isOwn: false },
    });
    this.restoreShippedModels();
  }

  async #load(): Promise<Tools> {
    this.#loading ??= this.#loadLive().then((live) => ({ live, client: live.createPipelineClient() }));
    this.#tools = await this.#loading;
    return this.#tools;
  }
  #drop(): void {
    this.#tools?.client.close();
    this.#tools = null;
    this.#loading = null;
    this.#held = NOTHING;
  }
  #audience(): Audience {
    return this.#view.state.audience ?? { kind: "user", userId: this.#start.user.userId };
  }
  #renewController(): AbortController {
    this.#controller = new AbortController();
    return this.#controller;
  }
  readonly #onProgress = ({ activity, fraction }: Progress): void => this.#update({ activity, fraction });
  #change(part: Partial<LabState>): void {
    this.#update({ state: { ...this.#view.state, ...part } });
    void this.run();
  }
  #update(change: Partial<LabView>): void {
    this.#view = { ...this.#view, ...change };
    for (const listener of this.#listeners) listener();
  }
}
