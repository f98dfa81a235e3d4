/** The words of one world: what its items, steps, sources and reasons are called wherever they are shown. */

export type PipelineWords<
  Step extends string = string,
  Source extends string = string,
  Reason extends string = string,
> = {
  /** "video", "videos". */
  readonly item: string;
  readonly items: string;
  /** In the order of the request. `purpose`: what the step does, in a sentence or two. */
  readonly steps: Readonly<Record<Step, { readonly label: string; readonly purpose: string }>>;
  readonly sources: Readonly<Record<Source, string>>;
  /** After "out:" or a count: "already watched". */
  readonly reasons: Readonly<Record<Reason, string>>;
};

export const stepLabel = ({ steps }: PipelineWords, step: string): string => steps[step]?.label ?? step;
export const sourceLabel = ({ sources }: PipelineWords, source: string): string => sources[source] ?? source;
export const reasonWords = ({ reasons }: PipelineWords, reason: string): string => reasons[reason] ?? reason;
