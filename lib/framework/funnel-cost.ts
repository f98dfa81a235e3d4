/**
 * What a funnel costs: processor time of each stage, machines at the peak, milliseconds of one request. Units are in the
 * names. A stage's bill is items times time an item, so most of the money sits where many items meet a dear model.
 */
export type FunnelCostStage = {
  readonly id: string;
  /** Items that it scores. */
  readonly items: number;
  readonly microsecondsPerItem: number;
};

/** `\sum_s n_s c_s`, processor milliseconds of one request. */
export function processorMsOfRequest(stages: readonly FunnelCostStage[]): number {
  return stages.reduce((sum, stage) => sum + processorMsOfStage(stage), 0);
}

/** `n_s c_s`. */
export function processorMsOfStage({ items, microsecondsPerItem }: FunnelCostStage): number {
  return (items * microsecondsPerItem) / 1000;
}

/** Milliseconds of one stage when its items are spread evenly over `cores`, beside a fixed time for the call. */
export function stageLatencyMs(stage: FunnelCostStage, cores: number, fixedMs: number): number {
  return fixedMs + processorMsOfStage(stage) / cores;
}
