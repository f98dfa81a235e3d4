import { describe, expect, it } from "vitest";
import { examinationProbability } from "./behaviour";
import { creatorName, videoTitle } from "./titles";
import { DEFAULT_VIDEO_WORLD, POLICY_ALLOWED } from "./types";
import { createVideoWorld, hashWorld } from "./world";

const CONFIG = { ...DEFAULT_VIDEO_WORLD, items: 4_000, users: 300, days: 14 };
const world = createVideoWorld(CONFIG);
const { log, catalogue } = world;
const rows = Array.from({ length: log.size }, (_, row) => row);

describe("the video world", () => {
  it("is the same for the same seed and another for another", () => {
    expect(hashWorld(createVideoWorld(CONFIG))).toBe(hashWorld(world));
    expect(hashWorld(createVideoWorld({ ...CONFIG, seed: 8 }))).not.toBe(hashWorld(world));
  });

  it("logs in the order of time, shows only what exists and is allowed, and gives every impression a propensity", () => {
    const isFair = (row: number) => {
      const item = log.item[row] ?? -1;
      const propensity = log.propensity[row] ?? -1;
      const isShownFairly =
        (log.position[row] ?? 0) > 0 ? propensity > 0 && propensity <= 1 : log.clicked[row] === 1;
      const exists = (catalogue.uploadDay[item] ?? 1e9) <= (log.day[row] ?? 0);
      const isInOrder = row === 0 || (log.day[row] ?? 0) >= (log.day[row - 1] ?? 0);
      return isShownFairly && exists && isInOrder && catalogue.policy[item] === POLICY_ALLOWED;
    };
    expect(rows.filter((row) => !isFair(row))).toEqual([]);
  });

  it("clicks fall with the slot about as examination does", () => {
    const rate = (slot: number) => {
      const shown = rows.filter((row) => log.position[row] === slot);
      return shown.filter((row) => log.clicked[row]).length / shown.length;
    };
    const observed = rate(8) / rate(1);
    expect(observed).toBeGreaterThan(examinationProbability(8) * 0.65);
    expect(observed).toBeLessThan(examinationProbability(8) * 1.4);
  });

  it("tells new users from old ones and re-uploads from originals", () => {
    const newUsers = world.users.signupDay.filter((day) => day > 0).length / world.users.size;
    expect(newUsers).toBeGreaterThan(0.08);
    expect(newUsers).toBeLessThan(0.25);
    const copies = [...catalogue.fingerprint.keys()].filter((item) => catalogue.fingerprint[item] !== item);
    expect(copies.length / catalogue.size).toBeGreaterThan(0.015);
    const copy = copies[0] ?? 0;
    const original = catalogue.fingerprint[copy] ?? 0;
    expect(videoTitle(catalogue, copy).startsWith(videoTitle(catalogue, original))).toBe(true);
  });

  it("gives the first 750 creators different names", () => {
    expect(new Set(Array.from({ length: 750 }, (_, creator) => creatorName(creator))).size).toBe(750);
  });
});
