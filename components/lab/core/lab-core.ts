/** What the parts of a lab share: what is shown, the worker once it is there, and what the worker holds. */
import type {
  Held,
  LabChange,
  LabDefinition,
  LabLive,
  LabShape,
  LabView,
  NoticeTopic,
  Tools,
} from "@/components/lab/core/lab-types";
import { finishedTraining } from "@/components/lab/core/training/watch-training";
import type { PipelineClient } from "@/lib/pipeline/workers/client";
import type { Progress } from "@/lib/pipeline/workers/protocol";

/** What a worker holds that was just started. */
const initiallyHeld = <Shape extends LabShape>({ parts }: LabDefinition<Shape>) =>
  Object.fromEntries(parts.map(({ name, initial }) => [name, initial ?? null])) as Held<Shape>;

/** The stored run, before anything is loaded. */
const initialView = <Shape extends LabShape>({ start }: LabDefinition<Shape>): LabView<Shape> => ({
  phase: "still",
  state: start.state,
  runs: 0,
  training: finishedTraining(start.points, false),
  activity: "",
  fraction: null,
  step: null,
  notices: {},
  error: null,
  ...start.own,
});

export class LabCore<Shape extends LabShape> {
  readonly definition: LabDefinition<Shape>;
  held: Held<Shape>;
  /** The state that the present slate belongs to; null before the first run here. */
  shown: Shape["state"] | null = null;
  readonly #listeners = new Set<() => void>();
  #view: LabView<Shape>;
  #live: Promise<LabLive<Shape>> | null = null;
  #tools: Promise<Tools<Shape>> | null = null;
  #client: PipelineClient | null = null;

  constructor(definition: LabDefinition<Shape>) {
    this.definition = definition;
    this.held = initiallyHeld(definition);
    this.#view = initialView(definition);
  }

  get view(): LabView<Shape> {
    return this.#view;
  }
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  update(change: LabChange<Shape>): void {
    this.#view = { ...this.#view, ...change };
    for (const listener of this.#listeners) listener();
  }
  /** Says `text` under `topic`, or nothing more about it. */
  notice(topic: NoticeTopic, text: string | null): void {
    if ((this.#view.notices[topic] ?? null) !== text)
      this.update({ notices: { ...this.#view.notices, [topic]: text } });
  }
  /** True from a cancel until the worker has heard of it: what it still reports is not shown. */
  isStopping = false;
  readonly onProgress = ({ activity, fraction }: Progress): void => {
    if (!this.isStopping) this.update({ activity, fraction });
  };

  /** Schemas and client code, without a worker. */
  loadLive(): Promise<LabLive<Shape>> {
    this.#live ??= this.definition.importLive().catch((error: unknown) => {
      this.#live = null;
      throw error;
    });
    return this.#live;
  }
  load(): Promise<Tools<Shape>> {
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
    this.held = initiallyHeld(this.definition);
    this.update({ runs: 0 });
  }
}
