import { describe, expect, it } from "vitest";
import { examinationProbability } from "./behaviour";
import { isBlocked } from "./logging-policy";
import { returnFactor, satisfactionAfter, USUAL_SATISFACTION } from "./returning";
import { creatorName, videoTitle } from "./titles";
import { DEFAULT_VIDEO_WORLD, LOG_SOURCES, POLICY_ALLOWED } from "./types";
import { TOPICS } from "./vocabulary";
import { buildVideoWorld, createVideoWorld, hashWorld } from "./world";

const CONFIG = { ...DEFAULT_VIDEO_WORLD, items: 4_000, loggedItems: 4_000, users: 300, days: 14 };
const world = createVideoWorld(CONFIG);
const { log, catalogue, users, truth, subscriptions } = world;
const rows = Array.from({ length: log.size }, (_, row) => row);
const watched = rows.filter((row) => log.clicked[row]);
const fromSource = (name: (typeof LOG_SOURCES)[number]) =>
  watched.filter((row) => log.source[row] === LOG_SOURCES.indexOf(name));

describe("the video world", () => {
  it("is the same for the same seed, whatever lies beyond the logged videos, and another for another", () => {
    expect(hashWorld(createVideoWorld({ ...CONFIG, items: 9_000 }))).toBe(hashWorld(world));
    expect(hashWorld(createVideoWorld({ ...CONFIG, seed: 8 }))).not.toBe(hashWorld(world));
  });

  it("tells how far it is, evenly from 0 to 1", () => {
    const building = buildVideoWorld({ ...CONFIG, items: 70_000, users: 50 });
    const fractions: number[] = [];
    for (let step = building.next(); !step.done; step = building.next()) fractions.push(step.value.fraction);
    expect(fractions.length).toBeGreaterThan(CONFIG.days + 2);
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
    expect(fractions.at(-1)).toBeCloseTo(1);
  });

  it("logs in the order of time, shows only what exists and is allowed, and gives every impression a propensity", () => {
    const isFair = (row: number) => {
      const item = log.item[row] ?? -1;
      const propensity = log.propensity[row] ?? -1;
      const isShownFairly =
        (log.position[row] ?? 0) > 0 ? propensity > 0 && propensity <= 1 : log.clicked[row] === 1;
      const exists = (catalogue.uploadDay[item] ?? 1e9) <= (log.day[row] ?? 0);
      const isInOrder = row === 0 || (log.day[row] ?? 0) >= (log.day[row - 1] ?? 0);
      const mayBeShown =
        catalogue.policy[item] === POLICY_ALLOWED &&
        !isBlocked(catalogue, item, users.region[log.user[row] ?? 0] ?? 0);
      return isShownFairly && exists && isInOrder && mayBeShown;
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
    const newUsers = users.signupDay.filter((day) => day > 0).length / users.size;
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

describe("what people do over time", () => {
  it("drifts: they search what they liked early, then what they like late", () => {
    const lateness = (from: number, to: number) => {
      const searches = fromSource("organic").filter(
        (row) => (log.day[row] ?? 0) >= from && (log.day[row] ?? 0) < to,
      );
      const sum = searches.reduce((total, row) => {
        const at = (log.user[row] ?? 0) * TOPICS.length + (catalogue.topic[log.item[row] ?? 0] ?? 0);
        return total + (truth.lateInterest[at] ?? 0) - (truth.interest[at] ?? 0);
      }, 0);
      return sum / searches.length;
    };
    expect(lateness(0, 4)).toBeLessThan(-0.05);
    expect(lateness(10, 14)).toBeGreaterThan(0.02);
  });

  it("comes back sooner after satisfied visits, within bounds", () => {
    expect(returnFactor(USUAL_SATISFACTION)).toBe(1);
    expect(returnFactor(0)).toBeLessThan(1);
    expect(returnFactor(1)).toBe(1.5);
    expect(satisfactionAfter(0.3, true)).toBeGreaterThan(0.3);
    expect(satisfactionAfter(0.3, false)).toBeLessThan(0.3);
    const half = CONFIG.days / 2;
    const people = [...users.signupDay.keys()]
      .filter((user) => (users.signupDay[user] ?? 0) < 0)
      .map((user) => {
        const visits = new Map<number, number>();
        for (const row of rows) {
          if (log.user[row] !== user) continue;
          const day = log.day[row] ?? 0;
          visits.set(day, Math.max(visits.get(day) ?? 0, log.watchFraction[row] ?? 0));
        }
        const early = [...visits].filter(([day]) => day < half);
        const satisfied = early.filter(([, fraction]) => fraction >= 0.5).length / early.length;
        const late = visits.size - early.length;
        return { early: early.length, late, usual: truth.activity[user] ?? 0, satisfied };
      })
      .filter(({ early }) => early >= 10)
      .sort((a, b) => a.satisfied - b.satisfied);
    const returning = (group: typeof people) =>
      group.reduce((sum, { late }) => sum + late, 0) / group.reduce((sum, { usual }) => sum + usual, 0);
    const third = Math.floor(people.length / 3);
    const [least, most] = [people.slice(0, third), people.slice(-third)];
    expect(returning(most) / returning(least)).toBeGreaterThan(1.3);
  });

  it("follows creators in the order of time, once each, and watches what they upload", () => {
    const pairs = [...subscriptions.user].map((user, row) => `${user}/${subscriptions.creator[row]}`);
    expect(new Set(pairs).size).toBe(subscriptions.size);
    expect([...subscriptions.day]).toEqual([...subscriptions.day].sort((a, b) => a - b));
    expect(subscriptions.day.some((day) => day < 0)).toBe(true);
    const perUser = subscriptions.size / users.size;
    expect(perUser).toBeGreaterThan(2);
    expect(perUser).toBeLessThan(15);
    const followed = fromSource("subscription");
    expect(followed.length / watched.length).toBeGreaterThan(0.08);
    const isFollowed = (row: number) =>
      pairs.some((pair, at) => {
        const isEarlier = (subscriptions.day[at] ?? 0) <= (log.day[row] ?? 0);
        return isEarlier && pair === `${log.user[row]}/${catalogue.creator[log.item[row] ?? 0]}`;
      });
    expect(followed.slice(0, 300).every(isFollowed)).toBe(true);
  });
});
