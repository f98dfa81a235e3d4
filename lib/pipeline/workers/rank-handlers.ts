/** What the calls on judged documents do; their code is loaded when the first one comes. */
import type { RANK_CALLS } from "./calls/rank-calls";
import type { CallContext } from "./dispatch";
import { type BadRowsShelf, onDemand, workContext } from "./files-handlers";
import type { CallOutput } from "./protocol";

type RankHandlers = {
  [Name in keyof typeof RANK_CALLS]: (params: CallOutput<Name>, context: CallContext) => unknown;
};

export function createRankHandlers(shelf: BadRowsShelf): RankHandlers {
  const engine = onDemand(async () => new (await import("../learning-to-rank/engine")).RankingEngine());
  return {
    "inspect-judged": async ({ file, name }) => {
      const { inspectJudged } = await import("../data-sets/inspect-judged");
      return inspectJudged(file, name);
    },
    "read-judged": async ({ train, test }, context) => {
      const { files, bad } = await (await engine()).read(train, test, workContext(context));
      return { files, bad: shelf.put(bad) };
    },
    "train-judged": async ({ empty, ...split }, context) =>
      (await engine()).measure(split, empty, workContext(context)),
    "evaluate-ranking": async (params, context) => {
      const { evaluateRanking } = await import("../learning-to-rank/evaluate");
      return evaluateRanking(params, workContext(context));
    },
  };
}
