/**
 * One funnel with a light ranking stage beside two without: recall of the last ranker's best items and the bill of each stage. Shows
 * what the middle stage is paid for.
 */
import { type FunnelFilter, survivalOfBest } from "@/lib/evaluation/funnel-recall";
import { busyCores } from "./estimation";
import { type FunnelCostStage, processorMsOfRequest, processorMsOfStage } from "./funnel-cost";

export type FunnelInputs = {
  catalogue: number;
  retrieved: number;
  /** Items that the last ranker scores. */
  ranked: number;
  slate: number;
  scannedShare: number;
  nanosecondsPerVector: number;
  lightMicroseconds: number;
  heavyMicroseconds: number;
  /** Correlations with the last ranker's score. */
  retrievalAgreement: number;
  lightAgreement: number;
  queriesPerSecond: number;
  utilisation: number;
  coresPerRequest: number;
  /** Fixed time of one call. */
  callMs: number;
};
/** A funnel reckoned to its end. `recall` is the share of the last ranker's best that are left for it. */
export type FunnelDesign = {
  id: string;
  label: string;
  recall: number;
  stages: (FunnelCostStage & { processorMs: number; cores: number })[];
  processorMs: number;
  cores: number;
  rankedItems: number;
};

/** Three stages; two with as few rankings; two with as many candidates. */
export function compareFunnels(inputs: FunnelInputs): FunnelDesign[] {
  const ranked = Math.min(inputs.ranked, inputs.retrieved);
  const retrieve: FunnelCostStage = {
    id: "retrieve",
    items: inputs.catalogue,
    microsecondsPerItem: (inputs.scannedShare * inputs.nanosecondsPerVector) / 1000,
  };
  const light = { id: "light", items: inputs.retrieved, microsecondsPerItem: inputs.lightMicroseconds };
  const heavy = (items: number) => ({ id: "heavy", items, microsecondsPerItem: inputs.heavyMicroseconds });
  const cut = (keep: number): FunnelFilter => ({ keep, agreement: inputs.retrievalAgreement });
  const design = (
    id: string,
    label: string,
    stages: readonly FunnelCostStage[],
    filters: readonly FunnelFilter[],
  ): FunnelDesign => {
    const coresOf = (milliseconds: number) =>
      busyCores(inputs.queriesPerSecond, milliseconds / 1000) / inputs.utilisation;
    const processorMs = processorMsOfRequest(stages);
    return {
      id,
      label,
      recall: survivalOfBest(inputs.catalogue, filters, inputs.slate).at(-1) ?? 1,
      stages: stages.map((stage) => {
        const own = processorMsOfStage(stage);
        return { ...stage, processorMs: own, cores: coresOf(own) };
      }),
      processorMs,
      cores: coresOf(processorMs),
      rankedItems: stages.at(-1)?.items ?? 0,
    };
  };
  return [
    design(
      "three",
      "Three stages",
      [retrieve, light, heavy(ranked)],
      [cut(inputs.retrieved), { keep: ranked, agreement: inputs.lightAgreement }],
    ),
    design("thrifty", "Two stages, as few rankings", [retrieve, heavy(ranked)], [cut(ranked)]),
    design(
      "rich",
      "Two stages, as many candidates",
      [retrieve, heavy(inputs.retrieved)],
      [cut(inputs.retrieved)],
    ),
  ];
}
