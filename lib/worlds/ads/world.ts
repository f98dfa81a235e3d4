/**
 * The ads world: a marketplace, its audience, and the log of what was shown and clicked, all from one seed.
 * `buildAdsWorld` yields progress so that a worker can stay responsive; `createAdsWorld` runs it through.
 */
import { createRandom, type Random } from "@/lib/random";
import { createAdvertisers, createCampaigns, hideUnmeasured } from "./campaigns";
import { AdsCounters } from "./counters";
import { createCreatives } from "./creatives";
import { createEffects } from "./effects";
import { findIntercepts } from "./intercepts";
import { simulateLog } from "./simulate";
import { createSites } from "./sites";
import type { AdsWorld, AdsWorldConfig } from "./types";
import { createUsers } from "./users";
import { createRequests, positionsOf } from "./visits";
import { AD_CATEGORIES } from "./vocabulary";

/** Standard deviations, in logits, of what no observed column holds. */
const HIDDEN_DEVIATIONS = { user: 0.08, site: 0.08, advertiser: 0.12, creative: 0.08 } as const;

type WorldProgress = { readonly activity: string; readonly fraction: number };

const drawHidden = (size: number, deviation: number, random: Random) =>
  Float32Array.from({ length: size }, () => deviation * random.normal());

function createMarketplace(config: AdsWorldConfig, random: Random) {
  const { advertisers, landingSeconds } = createAdvertisers(config.advertisers, random.fork("advertisers"));
  const campaigns = createCampaigns(config.campaigns, config.days, advertisers, random.fork("campaigns"));
  hideUnmeasured(advertisers, campaigns);
  const creatives = createCreatives(config.creatives, advertisers, campaigns, random.fork("creatives"));
  return { catalogue: { advertisers, campaigns, creatives }, landingSeconds };
}

export function* buildAdsWorld(config: AdsWorldConfig): Generator<WorldProgress, AdsWorld> {
  const random = createRandom(config.seed).fork("ads-world");
  yield { activity: "Making advertisers and ads", fraction: 0 };
  const { catalogue, landingSeconds } = createMarketplace(config, random);
  yield { activity: "Making the audience", fraction: 0.02 };
  const { users, truth: userTruth, habits } = createUsers(config.users, random.fork("users"));
  const sites = createSites(config.sites, random.fork("sites"));
  const visitWorld = { sites, habits, truth: userTruth };
  const requests = createRequests(visitWorld, config.impressions, config.days, random.fork("requests"));
  yield { activity: "Finding the base rates", fraction: 0.1 };
  const hidden = random.fork("hidden");
  const truth = {
    ...userTruth,
    landingSeconds,
    effects: createEffects(random.fork("effects")),
    userClickiness: drawHidden(users.size, HIDDEN_DEVIATIONS.user, hidden),
    siteQuality: drawHidden(sites.size, HIDDEN_DEVIATIONS.site, hidden),
    advertiserQuality: drawHidden(catalogue.advertisers.size, HIDDEN_DEVIATIONS.advertiser, hidden),
    creativeQuality: drawHidden(catalogue.creatives.size, HIDDEN_DEVIATIONS.creative, hidden),
    intercepts: new Float32Array(2),
  };
  const world = { config, catalogue, users, sites, requests, truth };
  truth.intercepts.set(findIntercepts(world, random.fork("pilot")));
  const counters = new AdsCounters(catalogue, {
    users: users.size,
    sites: sites.size,
    categories: AD_CATEGORIES.length,
  });
  const offered = requests.device.reduce((sum, device) => sum + positionsOf(device), 0);
  const simulating = simulateLog(world, counters, offered, random.fork("log"));
  let step = simulating.next();
  while (!step.done) {
    yield { activity: "Simulating auctions and clicks", fraction: 0.15 + 0.85 * step.value };
    step = simulating.next();
  }
  return { ...world, counters, log: step.value.log, truth: { ...truth, log: step.value.truth } };
}

/** The same config gives the same world. */
export function createAdsWorld(config: AdsWorldConfig): AdsWorld {
  const building = buildAdsWorld(config);
  let step = building.next();
  while (!step.done) step = building.next();
  return step.value;
}
