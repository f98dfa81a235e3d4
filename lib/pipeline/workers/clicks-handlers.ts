/** What the call on click data does. Its code is fetched when it is first called: no page needs it to start. */
import { startBackend } from "../backend/start-backend";
import type { CLICKS_CALLS } from "./calls/clicks-calls";
import type { CallContext } from "./dispatch";
import type { CallOutput } from "./protocol";

type ClicksHandlers = {
  [Name in keyof typeof CLICKS_CALLS]: (params: CallOutput<Name>, context: CallContext) => unknown;
};

export const createClicksHandlers = (): ClicksHandlers => ({
  "measure-clicks": async ({ train, valid, test, model, seed }, { checkpoint, report }) => {
    const { measureClicks } = await import("../clicks/measure-clicks");
    await startBackend();
    return measureClicks({ train, valid, test }, model, seed, {
      checkpoint,
      report: (activity, fraction) => report({ activity, fraction }),
    });
  },
});
