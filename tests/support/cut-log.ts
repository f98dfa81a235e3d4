/** A video world as it was known at one moment. */
import type { VideoWorld } from "@/lib/worlds/video/types";

/** `world` without the log and the subscriptions from `day` on; everything else stays. */
export function cutLog(world: VideoWorld, day: number): VideoWorld {
  const { log, subscriptions } = world;
  const countBefore = (rows: { readonly day: Float32Array; readonly size: number }) =>
    rows.day.subarray(0, rows.size).filter((at) => at < day).length;
  return {
    ...world,
    log: { ...log, size: countBefore(log) },
    subscriptions: { ...subscriptions, size: countBefore(subscriptions) },
  };
}
