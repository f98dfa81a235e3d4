/**
 * Keeps what is shown equal to what was asked for. Changes only set the wanted state; one loop then brings the worker
 * up to it (lab-sync.ts), so that a dragged knob never queues more than one run behind the one under way.
 * Nothing is loaded before the first change or `run()`. A world extends it with what only it can do.
 */
import { LabCore } from "@/components/lab/core/lab-core";
import { bringUp, makePart } from "@/components/lab/core/lab-sync";
import type { LabDefinition, LabLive, LabShape, LabView } from "@/components/lab/core/lab-types";
import { finishedTraining } from "@/components/lab/core/training/watch-training";
import { AppError } from "@/lib/errors";
import type { CallOptions } from "@/lib/pipeline/workers/client";
import type { CallName, CallParams, CallResult } from "@/lib/pipeline/workers/protocol";

const FAILED = "The pipeline stopped unexpectedly. What you see is the last slate it made.";
const STOPPED = "Stopped. What you see is the last slate; the next change runs again.";
const isAbort = (error: unknown) => error instanceof DOMException && error.name === "AbortError";
const abortError = () => new DOMException("The run was cancelled.", "AbortError");

/** What a small device starts with in place of an address that does not say `param`. */
type DeviceStart<State> = { readonly part: Partial<State>; readonly param: string };

export class LabStore<Shape extends LabShape> {
  protected readonly core: LabCore<Shape>;
  readonly subscribe: LabCore<Shape>["subscribe"];
  #controller = new AbortController();
  #syncing: Promise<void> | null = null;
  #isStale = false;
  #live: LabLive<Shape> | null = null;
  /** null: as much as the address says. */
  #device: DeviceStart<Shape["state"]> | null = null;

  constructor(definition: LabDefinition<Shape>) {
    this.core = new LabCore(definition);
    this.subscribe = this.core.subscribe;
  }
  readonly getView = (): LabView<Shape> => this.core.view;

  /** Takes the state of an address; starts the pipeline when it asks for another run than the stored one. */
  async adopt(search: string): Promise<void> {
    const live = await this.#loadLive();
    const { waits = [], adopt } = this.core.definition;
    const params = new URLSearchParams(search);
    const parsed = live.parseLabState(params);
    const device = this.#device;
    const isSized = device !== null && params.has(device.param);
    if (isSized) this.core.notice("device", null);
    const state = device === null || isSized ? parsed : { ...parsed, ...device.part };
    const { defaults } = live;
    const waiting = Object.fromEntries(waits.map((name) => [name, defaults[name]]));
    const untouched = { ...parsed, ...waiting, open: defaults.open };
    const isStored = live.formatLabState(untouched) === "";
    this.core.update({ state, ...adopt?.(state) });
    if (!isStored) await this.run();
  }
  /** Less than the stored run, until somebody chooses otherwise; `param` is its name in the address, `notice` says why. */
  startWith(part: Partial<Shape["state"]>, param: string, notice: string | null = null): void {
    if (this.getView().phase !== "still") return;
    this.#device = { part, param };
    this.core.update({ state: { ...this.getView().state, ...part } });
    this.core.notice("device", notice);
  }

  setKnobs(knobs: Shape["state"]["knobs"]): void {
    this.change({ knobs } as Partial<Shape["state"]>);
  }
  resetKnobs(): void {
    this.setKnobs(this.core.definition.start.state.knobs);
  }
  hasChangedKnobs(): boolean {
    const { knobs } = this.core.definition.start.state;
    return JSON.stringify(this.getView().state.knobs) !== JSON.stringify(knobs);
  }
  /** Unfolds or folds a step, a panel or a story. Runs nothing. */
  setOpen(part: Partial<Shape["state"]["open"]>): void {
    const { state } = this.getView();
    this.core.update({ state: { ...state, open: { ...state.open, ...part } } });
    if (!this.#live) void this.#loadLive().then(() => this.core.update({}));
  }

  restoreShippedModels(): void {
    this.change(this.core.definition.restore);
  }
  /** Holds the training at its next step, or lets it go on. */
  pauseTraining(isPaused: boolean): void {
    this.core.client?.setPaused(isPaused);
    this.core.update({ training: { ...this.getView().training, isPaused } });
  }
  /** Lets a held training take its next step. */
  stepTraining(): void {
    this.core.client?.step();
  }
  /** Stops what runs now; what was there before stays. */
  cancel(): void {
    if (this.getView().activity === "") return;
    this.core.isStopping = true;
    this.core.update({ activity: "Stopping", fraction: null, step: null });
    this.#controller.abort();
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
    return (await this.core.load()).client.call(name, params, options);
  }
  /** The query string of the present state; null while nothing is loaded that could write it. */
  address(): string | null {
    return this.#format(this.#device === null ? [] : [this.#device.param]);
  }
  /** The same with `always` in it, so that it means the same on every device. */
  link(always: readonly string[] = []): string | null {
    return this.#format(always);
  }
  close(): void {
    this.core.update({ training: { ...this.getView().training, isRunning: false } });
    this.#controller.abort();
    this.core.drop();
  }

  /** Starts the pipeline if need be and brings it up to the wanted state; settles when it is there, or has failed. */
  run(): Promise<void> {
    this.#isStale = true;
    this.#syncing ??= this.#sync();
    return this.#syncing;
  }

  /** Sets a part of the wanted state, and runs. */
  protected change(part: Partial<Shape["state"]>): void {
    this.core.update({ state: { ...this.getView().state, ...part } });
    void this.run();
  }
  /** Edits that need more than the stored run knows wait until the pipeline stands. */
  protected async whenLive(edit: () => void): Promise<void> {
    if (this.getView().phase !== "live" || this.#syncing) await this.run();
    if (this.getView().phase === "live") edit();
  }
  /** Makes a part that the present knobs do not ask for, for a question that does. */
  protected async ensure(name: Shape["part"], key: string, signal: AbortSignal): Promise<void> {
    if (this.getView().phase !== "live" || this.#syncing) await this.run();
    if (this.getView().phase !== "live") throw abortError();
    const part = this.core.definition.parts.find((one) => one.name === name);
    if (!part || this.core.held[name] === key) return;
    const both = AbortSignal.any([signal, this.renewController().signal]);
    try {
      await makePart({ core: this.core, tools: await this.core.load(), signal: both }, part, key);
    } finally {
      if (!this.#syncing) this.core.update({ activity: "", fraction: null });
    }
  }
  protected renewController(): AbortController {
    this.core.isStopping = false;
    this.#controller = new AbortController();
    return this.#controller;
  }
  protected fail(error: unknown): void {
    this.core.update({ activity: "", fraction: null, step: null });
    if (isAbort(error)) {
      this.#afterCancel();
      return;
    }
    this.core.drop();
    const isExpected = error instanceof Error && "code" in error && error.code !== "unexpected";
    const training = { ...this.getView().training, isRunning: false, isPaused: false };
    this.core.update({ phase: "failed", error: isExpected ? error.message : FAILED, training });
  }

  async #sync(): Promise<void> {
    const { signal } = this.renewController();
    const { core } = this;
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
      this.fail(error);
    }
  }

  /** Back to what the slate was made with, and to the shipped models when a training was cut. */
  #afterCancel(): void {
    const { definition, held, shown, view } = this.core;
    const wasTraining = view.training.isRunning;
    const isUp = shown !== null && definition.isUp(held, shown);
    const state = shown && { ...shown, open: view.state.open };
    this.core.update({ phase: isUp ? "live" : "still", ...(state && { state }) });
    if (shown && !isUp) this.core.notice("stopped", STOPPED);
    if (!wasTraining) return;
    this.core.update({ training: finishedTraining(definition.start.points, false) });
    this.restoreShippedModels();
  }

  async #loadLive(): Promise<LabLive<Shape>> {
    this.#live = await this.core.loadLive();
    return this.#live;
  }
  #format(always: readonly string[]): string | null {
    return this.#live?.formatLabState(this.getView().state, always) ?? null;
  }
}
