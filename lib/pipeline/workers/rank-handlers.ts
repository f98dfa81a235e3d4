/** What the calls on judged documents do; their code is loaded when the first one comes. */
import type { RANK_CALLS } from "./calls/rank-calls";
import type { CallContext } from "./dispatch";
import type { CallOutput } from "./protocol";

type RankHandlers = {
  [Name in keyof typeof RANK_CALLS]: (params: CallOutput<Name>, context: CallContext) => unknown;
};

export function createRankHandlers(): RankHandlers {
  return {
    "evaluate-ranking": async (params, { report, checkpoint }) => {
      const { evaluateRanking } = await import("../learning-to-rank/evaluate");
      return evaluateRanking(params, {
        checkpoint,
        report: (activity, fraction) => report({ activity, fraction }),
      });
    },
  };
}
