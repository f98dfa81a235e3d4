/**
 * A request of the day as a visitor changes it: the same person on the same site, on another device, at another hour of
 * the same day, in another slot. What is not changed stays as it was; a device without a side column has the feed only.
 */
import { type AdRequest, FEED, SIDE } from "@/lib/worlds/ads/types";
import { sidePositionsOf } from "@/lib/worlds/ads/visits";
import { AD_DEVICE_NAMES } from "./names";
import type { AdRequestEdits } from "./trace";

export const NO_EDITS: AdRequestEdits = {};

export type EditedRequest = {
  readonly request: AdRequest;
  /** FEED or SIDE. */
  readonly slot: number;
};

export function editRequest(
  request: AdRequest,
  { device: deviceName, hour, slot }: AdRequestEdits,
): EditedRequest {
  const device = deviceName === undefined ? request.device : AD_DEVICE_NAMES.indexOf(deviceName);
  const day = hour === undefined ? request.day : Math.floor(request.day) + hour / 24;
  const isSide = slot === "side" && sidePositionsOf(device) > 0;
  return { request: { ...request, device, day }, slot: isSide ? SIDE : FEED };
}
