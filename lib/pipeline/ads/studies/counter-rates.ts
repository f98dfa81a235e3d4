/** Numbers that are click rates of an id: left out where a study asks what the ids themselves can say. */
import { NUMERIC_FEATURES } from "@/lib/worlds/ads/features";

export const COUNTER_RATES: readonly number[] = NUMERIC_FEATURES.flatMap(({ scale }, f) =>
  scale === "rate" ? [f] : [],
);
