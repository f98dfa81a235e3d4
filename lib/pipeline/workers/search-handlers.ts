/** What the calls on search collections do. Their code is fetched when it is first asked for. */
import type { SEARCH_CALLS } from "./calls/search-calls";
import type { CallContext } from "./dispatch";
import { type BadRowsShelf, onDemand, workContext } from "./files-handlers";
import type { CallOutput } from "./protocol";

type SearchHandlers = {
  [Name in keyof typeof SEARCH_CALLS]: (params: CallOutput<Name>, context: CallContext) => unknown;
};

export function createSearchHandlers(shelf: BadRowsShelf): SearchHandlers {
  const engine = onDemand(async () => new (await import("../search/collection-engine")).CollectionEngine());
  return {
    "read-collection": async ({ names, ...files }, context) => {
      const { summary, bad } = await (await engine()).read(files, names, workContext(context));
      return { summary, bad: shelf.put(bad) };
    },
    "train-collection": async (split, context) => (await engine()).train(split, workContext(context)),
    "search-collection": async ({ text }) => (await engine()).search(text),
    "explain-collection-hit": async ({ text, document }) => (await engine()).explain(text, document),
    "evaluate-search": async (files, context) => {
      const { evaluateFiles } = await import("../search/evaluate-files");
      return evaluateFiles(files, workContext(context));
    },
  };
}
