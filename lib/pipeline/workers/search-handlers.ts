/** What the call on search collections does. Its code is fetched when it is first asked for. */
import type { SEARCH_CALLS } from "./calls/search-calls";
import type { CallContext } from "./dispatch";
import type { CallOutput } from "./protocol";

type SearchHandlers = {
  [Name in keyof typeof SEARCH_CALLS]: (params: CallOutput<Name>, context: CallContext) => unknown;
};

export function createSearchHandlers(): SearchHandlers {
  return {
    "evaluate-search": async (files, { report, checkpoint }) => {
      const { evaluateFiles } = await import("../search/evaluate-files");
      return evaluateFiles(files, {
        checkpoint,
        report: (activity, fraction) => report({ activity, fraction }),
      });
    },
  };
}
