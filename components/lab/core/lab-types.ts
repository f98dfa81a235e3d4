/** What a lab is made of and shows at one moment, for any world. Types only, so that the first paint loads no schemas. */
import type { LabCore } from "@/components/lab/core/lab-core";
import type { BaseLabState, LabStateCodec } from "@/lib/pipeline/lab-state";
import type { AnyTrainingPoint } from "@/lib/pipeline/trace";
import type { PipelineClient } from "@/lib/pipeline/workers/client";

export type LabPhase =
  /** The stored run; nothing is loaded. */
  | "still"
  /** The worker is being started, or it builds a world, loads or trains models. */
  | "starting"
  /** Knobs answer at once. */
  | "live"
  | "failed";

export type TrainingView<Point = AnyTrainingPoint> = {
  points: readonly Point[];
  isRunning: boolean;
  isPaused: boolean;
  isOwn: boolean;
};

/** The types of one world's lab, in one bundle. */
export type LabShape = {
  state: BaseLabState;
  /** What its view holds beyond the common part: the result, the audience, cards. */
  own: object;
  /** A point of its training curves. */
  point: AnyTrainingPoint;
  /** What else is loaded when the lab comes alive. */
  live: object;
  /** Names of what the worker is brought up to, part by part. */
  part: string;
};

/** What is loaded when a lab comes alive: the codec of its address, the worker's client, and what the world adds. */
export type LabLive<Shape extends LabShape> = LabStateCodec<Shape["state"]> & {
  createPipelineClient(): PipelineClient;
} & Shape["live"];

/** What was decided for the visitor, and why: shown until it no longer holds. */
export type NoticeTopic = "device" | "backend" | "audience" | "stopped";

export type CommonView<State = BaseLabState, Point = AnyTrainingPoint> = {
  phase: LabPhase;
  state: State;
  /** Requests that the present worker has answered: the first is slower than those after it. */
  runs: number;
  training: TrainingView<Point>;
  /** What is being done, in words; "" when nothing is. */
  activity: string;
  /** 0 to 1; null when unknown. */
  fraction: number | null;
  /** Which of the long steps of a start this is; null when there is but one. */
  step: { number: number; of: number } | null;
  notices: Readonly<Partial<Record<NoticeTopic, string | null>>>;
  /** Why it failed, for the person who sees it. */
  error: string | null;
};

export type LabView<Shape extends LabShape> = CommonView<Shape["state"], Shape["point"]> & Shape["own"];
export type LabChange<Shape extends LabShape> =
  | Partial<CommonView<Shape["state"], Shape["point"]>>
  | Partial<LabView<Shape>>;

export type Tools<Shape extends LabShape> = { live: LabLive<Shape>; client: PipelineClient };
export type Job<Shape extends LabShape> = {
  core: LabCore<Shape>;
  tools: Tools<Shape>;
  signal: AbortSignal;
};

/** What the worker holds, each as a key that changes when the thing does; null is nothing. */
export type Held<Shape extends LabShape> = Readonly<Record<Shape["part"], string | null>>;

/** One thing that the worker is brought up to. Made anew when its key differs from the one held. */
export type Part<Shape extends LabShape> = {
  name: Shape["part"];
  /** null: not wanted now, and kept when it is there. */
  key(state: Shape["state"]): string | null;
  make(job: Job<Shape>): Promise<void>;
  /** Parts that are gone with the old one. */
  clears: readonly Shape["part"][];
  /** Long enough to be counted as a step for the person who waits. */
  isLong?: true;
  /** While the new one is made the old one stays: a cancel costs nothing. */
  keepsOld?: true;
  /** What a new worker holds without being told. */
  initial?: string;
};

/** All that a world supplies. */
export type LabDefinition<Shape extends LabShape> = {
  /** Drawn before anything is loaded: the state and the result of a stored run, and the curves of the shipped models. */
  readonly start: {
    readonly state: Shape["state"];
    readonly own: Shape["own"];
    readonly points: readonly Shape["point"][];
  };
  importLive(): Promise<LabLive<Shape>>;
  /** In the order in which they are made. */
  readonly parts: readonly Part<Shape>[];
  /** State that waits for the first touch, as `open` does: an address that says nothing else runs nothing. */
  readonly waits?: readonly (keyof Shape["state"])[];
  /** What else changes in the view at once when an address is adopted. */
  adopt?(state: Shape["state"]): LabChange<Shape>;
  /** After a cancel: whether the worker still holds what the slate made with `shown` came from. */
  isUp(held: Held<Shape>, shown: Shape["state"]): boolean;
  /** The shipped models: what a lab goes back to when a training is cut, for half a model is nobody's. */
  readonly restore: Partial<Shape["state"]>;
};
