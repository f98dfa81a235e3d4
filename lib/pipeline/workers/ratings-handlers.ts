/** What the calls on imported ratings do: one engine per worker. */
import { startBackend } from "../backend/start-backend";
import { inspectRatings } from "../data-sets/inspect";
import { parseRatings } from "../data-sets/ratings-file";
import { RatingsEngine } from "../ratings/engine";
import { evaluateRatings } from "../ratings/evaluate";
import { holdOut, joinTables } from "../ratings/hold-out";
import { listRatingUsers, recommendFor } from "../ratings/slate";
import type { RATINGS_CALLS } from "./calls/ratings-calls";
import type { CallContext } from "./dispatch";
import { type BadRowsShelf, readingContext, workContext } from "./files-handlers";
import type { CallOutput } from "./protocol";

type RatingsHandlers = {
  [Name in keyof typeof RATINGS_CALLS]: (params: CallOutput<Name>, context: CallContext) => unknown;
};

export function createRatingsHandlers(shelf: BadRowsShelf): RatingsHandlers {
  const engine = new RatingsEngine();
  return {
    "inspect-ratings": ({ file, name, hasHeader }) => inspectRatings(file, name, hasHeader),
    "read-ratings": async ({ file, name, layout }, context) => {
      const { summary, bad } = await engine.read(file, layout, readingContext(file, "Reading", context));
      return { summary, bad: shelf.put([{ file: name, ...bad }]) };
    },
    "inspect-titles": ({ file, name }) => engine.inspectTitles(file, name),
    "read-titles": ({ file, layout }, context) =>
      engine.readTitles(file, layout, readingContext(file, "Reading titles", context)),
    "train-ratings": async (options, context) => {
      await startBackend();
      return engine.train(options, workContext(context));
    },
    "list-rating-users": ({ text, limit }) => listRatingUsers(engine.requireTrained(), text, limit),
    "recommend-ratings": ({ user }) => recommendFor(engine.requireTrained(), user, engine.titleOf),
    "evaluate-ratings": async ({ train, test, k }, context) => {
      const { table, isKept } = joinTables(parseRatings(train, "train"), parseRatings(test, "test"));
      await startBackend();
      const { result, pipeline } = await evaluateRatings(holdOut(table, isKept), k, workContext(context));
      pipeline.dispose();
      return result;
    },
  };
}
