/** What the calls on imported ratings do: one engine per worker. */
import { startBackend } from "../backend/start-backend";
import { inspectRatings } from "../data-sets/inspect";
import type { LineContext } from "../data-sets/line-reader";
import { parseRatings } from "../data-sets/ratings-file";
import { RatingsEngine } from "../ratings/engine";
import { evaluateRatings } from "../ratings/evaluate";
import { holdOut, joinTables } from "../ratings/hold-out";
import type { RatingsContext } from "../ratings/pipeline";
import { listRatingUsers, recommendFor } from "../ratings/slate";
import type { RATINGS_CALLS } from "./calls/ratings-calls";
import type { CallContext } from "./dispatch";
import type { CallOutput } from "./protocol";

/** Bad rows that a page shows; all of them come as text. */
const SHOWN_BAD_ROWS = 100;

const trainingContext = ({ report, checkpoint }: CallContext): RatingsContext => ({
  checkpoint,
  report: (activity, fraction) => report({ activity, fraction }),
});

const readingContext = (file: Blob, activity: string, { report, checkpoint }: CallContext): LineContext => ({
  checkpoint,
  onBytes: (bytes) => report({ activity, fraction: bytes / Math.max(1, file.size) }),
});

type RatingsHandlers = {
  [Name in keyof typeof RATINGS_CALLS]: (params: CallOutput<Name>, context: CallContext) => unknown;
};

export function createRatingsHandlers(): RatingsHandlers {
  const engine = new RatingsEngine();
  return {
    "inspect-ratings": ({ file, name, hasHeader }) => inspectRatings(file, name, hasHeader),
    "read-ratings": async ({ file, layout }, context) => {
      const { summary, bad } = await engine.read(file, layout, readingContext(file, "Reading", context));
      return { summary, badCount: bad.count, badRows: bad.rows.slice(0, SHOWN_BAD_ROWS) };
    },
    "bad-ratings-text": () => engine.badRowsText(),
    "inspect-titles": ({ file, name }) => engine.inspectTitles(file, name),
    "read-titles": ({ file, layout }, context) =>
      engine.readTitles(file, layout, readingContext(file, "Reading titles", context)),
    "train-ratings": async (options, context) => {
      await startBackend();
      return engine.train(options, trainingContext(context));
    },
    "list-rating-users": ({ text, limit }) => listRatingUsers(engine.requireTrained(), text, limit),
    "recommend-ratings": ({ user }) => recommendFor(engine.requireTrained(), user, engine.titleOf),
    "evaluate-ratings": async ({ train, test, k }, context) => {
      const { table, isKept } = joinTables(parseRatings(train, "train"), parseRatings(test, "test"));
      await startBackend();
      const { result, pipeline } = await evaluateRatings(holdOut(table, isKept), k, trainingContext(context));
      pipeline.dispose();
      return result;
    },
  };
}
