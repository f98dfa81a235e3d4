/** What the calls on the search world do: one engine per worker. Its code is fetched when the first call comes. */
import type { ProductSearchEngine } from "../product-search/engine";
import type { SearchTrainingPoint } from "../product-search/trace";
import type { SEARCH_WORLD_CALLS } from "./calls/search-world-calls";
import type { CallContext } from "./dispatch";
import type { CallOutput } from "./protocol";

type SearchWorldHandlers = {
  [Name in keyof typeof SEARCH_WORLD_CALLS]: (params: CallOutput<Name>, context: CallContext) => unknown;
};

const contextOf = ({ report, checkpoint }: CallContext) => ({
  checkpoint,
  report: (activity: string, fraction: number, point?: SearchTrainingPoint) =>
    report(point ? { activity, fraction, point } : { activity, fraction }),
});
const hooksOf = ({ report, checkpoint }: CallContext, activity: string) => ({
  checkpoint,
  onProgress: (fraction: number) => report({ activity, fraction }),
});

export function createSearchWorldHandlers(): SearchWorldHandlers {
  let made: ProductSearchEngine | null = null;
  const engineOf = async () => {
    if (!made) {
      const { ProductSearchEngine } = await import("../product-search/engine");
      made ??= new ProductSearchEngine();
    }
    return made;
  };
  return {
    "search-create-world": async (params, context) =>
      (await engineOf()).createWorld(params, contextOf(context)),
    "search-load-models": async ({ baseUrl }, context) =>
      (await engineOf()).loadModels(baseUrl, contextOf(context)),
    "search-train": async (params, context) => (await engineOf()).train(params, contextOf(context)),
    "search-suggest": async (params) => {
      const { suggestQueries } = await import("../product-search/cards");
      return suggestQueries((await engineOf()).requireScene(), params);
    },
    "search-query": async ({ searched, knobs }) => (await engineOf()).search(searched, knobs),
    "search-compare": async ({ searched, knobs, variants }, context) =>
      (await engineOf()).compare(searched, knobs, variants, contextOf(context)),
    "search-ideal": async ({ queryId, limit }) => (await engineOf()).ideal(queryId, limit),
    "search-metrics": async ({ queries, knobs }, context) =>
      (await engineOf()).measure(queries, knobs, contextOf(context)),
    "search-compare-labels": async (params, context) => {
      const { compareLabels } = await import("../product-search/compare-labels");
      const { serving } = (await engineOf()).requireServing();
      const clickModel = params.clickModel ?? serving.scene.world.config.clickModel;
      return compareLabels(serving, { ...params, clickModel }, hooksOf(context, "Comparing labels"));
    },
    "search-study-clicks": async ({ ranker, queries }, context) => {
      const { studyClicks } = await import("../product-search/study-clicks");
      const { serving } = (await engineOf()).requireServing();
      return studyClicks(serving, ranker, queries, hooksOf(context, "Comparing clicks with grades"));
    },
    "search-compare-rankers": async ({ queries }, context) => {
      const { compareRankers } = await import("../product-search/compare-rankers");
      const { serving } = (await engineOf()).requireServing();
      return compareRankers(serving, queries, context.checkpoint);
    },
    "search-interleave": async (params, context) => {
      const { interleave } = await import("../product-search/interleave");
      const { serving, pipeline } = (await engineOf()).requireServing();
      return interleave(serving, pipeline, params, hooksOf(context, "Showing both to shoppers"));
    },
    "search-measure-speed": async ({ queries, knobs }, { checkpoint }) => {
      const { measureSpeed } = await import("../product-search/measure-speed");
      const { serving, pipeline } = (await engineOf()).requireServing();
      return measureSpeed(serving, pipeline, knobs, queries, checkpoint);
    },
    "search-memory": async () => (await engineOf()).memory(),
    "search-export-models": async () => (await engineOf()).exportModels(),
  };
}
