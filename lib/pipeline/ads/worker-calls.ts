/** What each call on the ads world does: one engine per worker. Loaded when the first of them comes. */
import { startBackend } from "../backend/start-backend";
import type { ADS_CALLS } from "../workers/calls/ads-calls";
import type { CallContext } from "../workers/dispatch";
import type { CallOutput } from "../workers/protocol";
import { AdsEngine } from "./engine";
import { studyDownSampling } from "./studies/down-sampling";
import { studyEncodings } from "./studies/encodings";
import { studyHashSize } from "./studies/hash-size";
import { studyJoinWindow } from "./studies/join-window";
import { studyMissingValues } from "./studies/missing-values";
import { studyModelAge } from "./studies/model-age";
import { studyPacing } from "./studies/pacing-day";
import { studyProgressive } from "./studies/progressive";
import { measureReliability } from "./studies/reliability";
import { measureSlices } from "./studies/slices";
import type { StudyContext, StudyWorld } from "./studies/study";
import { studyWinnersCurse } from "./studies/winners-curse";
import { StudySession } from "./study-session";

export type AdsCalls = {
  [Name in keyof typeof ADS_CALLS]: (params: CallOutput<Name>, context: CallContext) => unknown;
};

const engineContext = ({ report, checkpoint }: CallContext) => ({
  checkpoint,
  report: (activity: string, fraction: number, point?: Parameters<CallContext["report"]>[0]["point"]) =>
    report(point ? { activity, fraction, point } : { activity, fraction }),
});

type SessionCalls = Omit<AdsCalls, StudyName>;
type StudyName =
  | "ads-reliability"
  | "ads-slices"
  | "ads-down-sampling"
  | "ads-hash-size"
  | "ads-winners-curse"
  | "ads-join-window"
  | "ads-missing-values"
  | "ads-encodings"
  | "ads-progressive"
  | "ads-model-age"
  | "ads-pacing";

const createSessionCalls = (engine: AdsEngine): SessionCalls => ({
  "ads-create-world": (params, context) => engine.createWorld(params, engineContext(context)),
  "ads-load-models": ({ baseUrl }, context) => engine.loadModels(baseUrl, engineContext(context)),
  "ads-train": (params, context) => engine.train(params, engineContext(context)),
  "ads-ladder": () => engine.currentLadder(),
  "ads-list-requests": ({ offset, limit }) => engine.listRequests(offset, limit),
  "ads-describe-request": ({ request, edits }) => engine.describeRequest(request, edits),
  "ads-request": ({ request, edits, knobs }, context) =>
    engine.request(request, knobs, engineContext(context), edits),
  "ads-compare": ({ request, edits, knobs, variants }, context) =>
    engine.compare(request, knobs, variants, engineContext(context), edits),
  "ads-compare-day": ({ requests, knobs, variants }, context) =>
    engine.compareDay(requests, knobs, variants, engineContext(context)),
  "ads-measure-funnel": ({ requests, eligible, knobs }, context) =>
    engine.measureFunnel(requests, eligible, knobs, engineContext(context)),
  "ads-memory": () => engine.memory(),
  "ads-export-models": () => engine.exportModels(),
});

/** Studies that train small models need the runtime, but no models of the session. */
function createStudyCalls(engine: AdsEngine, session: StudySession): Pick<AdsCalls, StudyName> {
  const trained =
    <Params, Result>(run: (study: StudyWorld, params: Params, context: StudyContext) => Promise<Result>) =>
    async (params: Params, context: CallContext) => {
      const study = session.world();
      await startBackend();
      return run(study, params, engineContext(context));
    };
  return {
    "ads-reliability": async ({ bins, binning, ...judged }, context) =>
      measureReliability(
        session.world(),
        await session.predict(judged, engineContext(context)),
        bins,
        binning,
      ),
    "ads-slices": async (judged, context) =>
      measureSlices(session.world(), await session.predict(judged, engineContext(context))),
    "ads-winners-curse": (params, context) =>
      studyWinnersCurse(engine.requireServing().serving, params, engineContext(context)),
    "ads-pacing": async ({ requests, knobs }, context) => {
      const { serving, pipeline } = engine.requireServing();
      await engine.prepareCalibration(knobs, context.checkpoint);
      return studyPacing(serving, pipeline, { requests, knobs }, engineContext(context));
    },
    "ads-down-sampling": trained(studyDownSampling),
    "ads-hash-size": trained(studyHashSize),
    "ads-join-window": trained(studyJoinWindow),
    "ads-missing-values": trained(studyMissingValues),
    "ads-encodings": trained(studyEncodings),
    "ads-progressive": trained(studyProgressive),
    "ads-model-age": trained(studyModelAge),
  };
}

export function createAdsCalls(): AdsCalls {
  const engine = new AdsEngine();
  return { ...createSessionCalls(engine), ...createStudyCalls(engine, new StudySession(engine)) };
}
