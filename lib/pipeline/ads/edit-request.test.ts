import { describe, expect, it } from "vitest";
import { FEED, SIDE, SLOTS } from "@/lib/worlds/ads/types";
import { DEVICES } from "@/lib/worlds/ads/vocabulary";
import { editRequest } from "./edit-request";
import { AD_DEVICE_NAMES, AD_SLOT_NAMES } from "./names";

const request = { user: 4, site: 9, device: DEVICES.indexOf("desktop"), day: 14.52, pageDepth: 2 };

describe("changes to an ad request", () => {
  it("speak of the devices and slots of the world, in its order", () => {
    expect(AD_DEVICE_NAMES).toEqual(DEVICES);
    expect(AD_SLOT_NAMES).toEqual(SLOTS);
  });

  it("leave everything else as it was", () => {
    expect(editRequest(request, {})).toEqual({ request, slot: FEED });
    const edited = editRequest(request, { device: "tablet", hour: 6, slot: "side" });
    expect(edited).toEqual({
      request: { ...request, device: DEVICES.indexOf("tablet"), day: 14.25 },
      slot: SIDE,
    });
  });

  it("give the feed to a device that has no side column", () => {
    expect(editRequest(request, { device: "phone", slot: "side" }).slot).toBe(FEED);
    expect(editRequest(request, { slot: "side" }).slot).toBe(SIDE);
  });
});
