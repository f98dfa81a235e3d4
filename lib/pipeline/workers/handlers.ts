/** What each call does: one engine per worker. */
import { BACKEND_NAME, startBackend } from "../backend/start-backend";
import { parseRatings } from "../data-sets/ratings-file";
import { evaluateRatings } from "../ratings/evaluate";
import { describeVideos, findVideos, userProfile, userSummary } from "../video/cards";
import { VideoEngine } from "../video/engine";
import { measureFunnel } from "../video/measure-funnel";
import type { CallContext, Handlers } from "./dispatch";
import type { CallName, CallOutput } from "./protocol";

const engineContext = ({ report, checkpoint }: CallContext) => ({
  checkpoint,
  report: (activity: string, fraction: number, point?: Parameters<CallContext["report"]>[0]["point"]) =>
    report(point ? { activity, fraction, point } : { activity, fraction }),
});

type TypedHandlers = {
  [Name in CallName]: (params: CallOutput<Name>, context: CallContext) => unknown;
};

export function createHandlers(): Handlers {
  const engine = new VideoEngine();
  const handlers: TypedHandlers = {
    start: async () => {
      const start = performance.now();
      await startBackend();
      return { backend: BACKEND_NAME, milliseconds: performance.now() - start };
    },
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
    metrics: ({ users, knobs }, context) => engine.measure(users, knobs, engineContext(context)),
    "measure-funnel": ({ queries }, { checkpoint }) => {
      const { serving, pipeline } = engine.requireServing();
      return measureFunnel(serving, pipeline, queries, checkpoint);
    },
    "evaluate-ratings": async ({ train, test, k }, context) => {
      const rows = { train: parseRatings(train, "train"), test: parseRatings(test, "test") };
      await startBackend();
      return evaluateRatings(rows.train, rows.test, k, engineContext(context));
    },
    "export-models": () => engine.exportModels(),
  };
  return handlers as Handlers;
}
