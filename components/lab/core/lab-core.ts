/** What the parts of a lab share: what is shown, the worker once it is there, and what the worker holds. */
import { initialView, type LabStart, type LabView } from "@/components/lab/core/lab-types";
import type { Live } from "@/components/lab/video/live";
import type { LabState } from "@/lib/pipeline/video/lab-state";
import type { Audience } from "@/lib/pipeline/workers/calls/world-calls";
import type { PipelineClient } from "@/lib/pipeline/workers/client";
import type { Progress } from "@/lib/pipeline/workers/protocol";

export type Tools = { live: Live; client: PipelineClient };

/** What the worker holds, each as a key that changes when the thing does; null is nothing. */
export type Held = Readonly<
  Record<"backend" | "world" | "models" | "lists" | "audience" | "slate", string | null>
>;
/** A new worker computes on "wasm" without being told. */
export const NOTHING: Held = {
  backend: "wasm",
  world: null,
  models: null,
  lists: null,
  audience: null,
  slate: null,
};

export class LabCore {
  readonly start: LabStart;
  held = NOTHING;
  /** The state that the present slate belongs to; null before the first run here. */
  shown: LabState | null = null;
  readonly #importLive: () => Promise<Live>;
  readonly #listeners = new Set<() => void>();
  #view: LabView;
  #live: Promise<Live> | null = null;
  #tools: Promise<Tools> | null = null;
  #client: PipelineClient | null = null;

  constructor(start: LabStart, importLive: () => Promise<Live>) {
    this.start = start;
    this.#importLive = importLive;
    this.#view = initialView(start);
  }

  get view(): LabView {
    return this.#view;
  }
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  update(change: Partial<LabView>): void {
    this.#view = { ...this.#view, ...change };
    for (const listener of this.#listeners) listener();
  }
  /** Says `text` under `topic`, or nothing more about it. */
  notice(topic: keyof LabView["notices"], text: string | null): void {
    if ((this.#view.notices[topic] ?? null) !== text)
      this.update({ notices: { ...this.#view.notices, [topic]: text } });
  }
  /** True from a cancel until the worker has heard of it: what it still reports is not shown. */
  isStopping = false;
  readonly onProgress = ({ activity, fraction }: Progress): void => {
    if (!this.isStopping) this.update({ activity, fraction });
  };

  /** Schemas and client code, without a worker. */
  loadLive(): Promise<Live> {
    this.#live ??= this.#importLive().catch((error: unknown) => {
      this.#live = null;
      throw error;
    });
    return this.#live;
  }
  /** The worker itself starts with its first call. */
  load(): Promise<Tools> {
    this.#tools ??= this.loadLive().then((live) => {
      this.#client = live.createPipelineClient();
      return { live, client: this.#client };
    });
    return this.#tools;
  }
  /** null until the worker's client is there. */
  get client(): PipelineClient | null {
    return this.#client;
  }
  /** Ends the worker; the next `load` starts another. */
  drop(): void {
    this.#client?.close();
    this.#client = null;
    this.#tools = null;
    this.held = NOTHING;
    this.update({ runs: 0 });
  }

  audience(): Audience {
    return this.#view.state.audience ?? { kind: "user", userId: this.start.user.userId };
  }
}
