/** What the calls on click data do. Their code is fetched when they are first called: no page needs it to start. */
import { startBackend } from "../backend/start-backend";
import type { CLICKS_CALLS } from "./calls/clicks-calls";
import type { CallContext } from "./dispatch";
import { type BadRowsShelf, onDemand, readingContext, workContext } from "./files-handlers";
import type { CallOutput } from "./protocol";

type ClicksHandlers = {
  [Name in keyof typeof CLICKS_CALLS]: (params: CallOutput<Name>, context: CallContext) => unknown;
};

export function createClicksHandlers(shelf: BadRowsShelf): ClicksHandlers {
  const engine = onDemand(async () => new (await import("../clicks/engine")).ClicksEngine());
  return {
    "inspect-clicks": async ({ file, name, hasHeader }) => {
      const { inspectClicks } = await import("../data-sets/click-layout");
      return inspectClicks(file, name, hasHeader);
    },
    "read-clicks": async ({ files, layout }, context) => {
      const sources = files.map((source) => ({
        ...source,
        context: readingContext(source.file, `Reading ${source.name}`, context),
      }));
      const { summary, bad } = await (await engine()).read(sources, layout, workContext(context));
      return { summary, bad: shelf.put(bad) };
    },
    "measure-base-rate": async ({ split }, context) =>
      (await engine()).measureBaseRate(split, workContext(context)),
    "train-clicks": async ({ model, split }, context) => {
      await startBackend();
      return (await engine()).train(model, split, workContext(context));
    },
    "measure-clicks": async ({ train, valid, test, model, seed }, context) => {
      const { measureClicks } = await import("../clicks/measure-clicks");
      await startBackend();
      return measureClicks({ train, valid, test }, model, seed, workContext(context));
    },
  };
}
