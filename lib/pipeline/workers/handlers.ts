/** What each call does: one engine per worker. */

import { describeVideos, findVideos, userProfile, userSummary } from "../video/cards";
import { VideoEngine } from "../video/engine";
import { createAdsHandlers } from "./ads-handlers";
import { createClicksHandlers } from "./clicks-handlers";
import type { CallContext, Handlers } from "./dispatch";
import { BadRowsShelf, createFilesHandlers } from "./files-handlers";
import { createSearchWorldHandlers } from "./product-search-handlers";
import type { CallName, CallOutput } from "./protocol";
import { createRankHandlers } from "./rank-handlers";
import { createRatingsHandlers } from "./ratings-handlers";
import { createSearchHandlers } from "./search-handlers";

const engineContext = ({ report, checkpoint }: CallContext) => ({
  checkpoint,
  report: (activity: string, fraction: number, point?: Parameters<CallContext["report"]>[0]["point"]) =>
    report(point ? { activity, fraction, point } : { activity, fraction }),
});

type TypedHandlers = {
  [Name in CallName]: (params: CallOutput<Name>, context: CallContext) => unknown;
};

function createWorldHandlers(engine: VideoEngine) {
  return {
    start: ({ backend }) => engine.start(backend),
    "create-world": (params, context) => engine.createWorld(params, engineContext(context)),
    "load-models": ({ baseUrl }, context) => engine.loadModels(baseUrl, engineContext(context)),
    train: (params, context) => engine.train(params, engineContext(context)),
    "list-users": ({ offset, limit }) => {
      const scene = engine.requireScene();
      const total = scene.world.users.size;
      const ids = Array.from({ length: Math.max(0, Math.min(limit, total - offset)) }, (_, i) => offset + i);
      return { total, users: ids.map((userId) => userSummary(scene, userId)) };
    },
    "describe-user": ({ userId }) => userProfile(engine.requireScene(), userId),
    "describe-videos": ({ items }) => describeVideos(engine.requireScene(), items),
    "find-videos": ({ text, limit }) => findVideos(engine.requireScene(), text, limit),
    recommend: ({ audience, knobs }) => engine.recommend(audience, knobs),
    compare: ({ audience, knobs, variants }, context) =>
      engine.compare(audience, knobs, variants, engineContext(context)),
    map: ({ audience, knobs, sample }) => engine.map(audience, knobs, sample),
    metrics: ({ users, knobs }, context) => engine.measure(users, knobs, engineContext(context)),
    "compare-rankers": ({ users }, context) => engine.compareRankers(users, engineContext(context)),
    "prepare-lists": ({ lists }, context) => engine.prepareLists(lists, engineContext(context)),
    "measure-index": (params, context) => engine.measureIndex(params, engineContext(context)),
    "measure-funnel": ({ queries }, context) => engine.measureFunnel(queries, engineContext(context)),
    // Only a bench asks: it stays out of what a page loads.
    "check-scan": async () => (await import("../retrieval/scan-check")).checkScan(),
    memory: () => engine.memory(),
    "export-models": () => engine.exportModels(),
  } satisfies Partial<TypedHandlers>;
}

export function createHandlers(): Handlers {
  const shelf = new BadRowsShelf();
  const handlers: TypedHandlers = {
    ...createWorldHandlers(new VideoEngine()),
    ...createFilesHandlers(shelf),
    ...createRatingsHandlers(shelf),
    ...createSearchHandlers(shelf),
    ...createSearchWorldHandlers(),
    ...createRankHandlers(shelf),
    ...createClicksHandlers(shelf),
    ...createAdsHandlers(),
  };
  return handlers as Handlers;
}
