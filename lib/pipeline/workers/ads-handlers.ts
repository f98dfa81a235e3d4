/** The calls on the ads world; their code is loaded when the first one comes, so that a video page downloads none of it. */
import type { AdsCalls } from "../ads/worker-calls";
import { ADS_CALLS } from "./calls/ads-calls";
import type { CallContext } from "./dispatch";

export function createAdsHandlers(): AdsCalls {
  let calls: Promise<AdsCalls> | null = null;
  const load = () => {
    calls ??= import("../ads/worker-calls").then(({ createAdsCalls }) => createAdsCalls());
    return calls;
  };
  const forward = (name: keyof AdsCalls) => async (params: never, context: CallContext) =>
    ((await load())[name] as (params: never, context: CallContext) => unknown)(params, context);
  const names = Object.keys(ADS_CALLS) as (keyof AdsCalls)[];
  return Object.fromEntries(names.map((name) => [name, forward(name)])) as unknown as AdsCalls;
}
