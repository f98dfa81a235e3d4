/** Log, training, features, index: where data comes from, and whether it comes back. */
import type { Check } from "../check";
import { type BoardGraph, edgePlace, gapPlace, type Part, partsPlace } from "../graph";

const LOGGED = /\b(log|logs|logged|logging|event|events|impression|impressions|click|clicks|feedback)\b/i;
const FRESH =
  /\b(refresh|updates?|build|rebuild|embed|embeddings?|vectors|nightly|hourly|insert|indexing|upsert|stream)\b/i;
const FILLED = /\b(features|updates?|fill|writes?|stream|nightly|batch)\b/i;
const FILLERS: ReadonlySet<string | null> = new Set([
  "job",
  "builder",
  "training",
  "log",
  "warehouse",
  "registry",
  "store",
]);
const MAKERS: ReadonlySet<string | null> = new Set(["builder", "job", "training"]);

/** Those that nothing which makes or holds data writes to; an arrow may also be drawn from what is read to its reader. */
function unfilled(graph: BoardGraph, parts: readonly Part[], byLabel: RegExp): Part[] {
  return parts.filter((part) => {
    const isFilled = graph.into(part).some((id) => FILLERS.has(graph.roleOf(id)));
    const isBeside = graph.outOf(part).some((id) => MAKERS.has(graph.roleOf(id)));
    const isLabelled = graph.edges.some((edge) => edge.to === part.id && byLabel.test(edge.label));
    return !(isFilled || isBeside || isLabelled);
  });
}

function noLogging(graph: BoardGraph) {
  const logs = graph.with("log", "warehouse");
  const servers = graph.with("service", "gateway", "retrieval", "ranking", "re-ranking", "model");
  if (servers.length === 0 || graph.edges.some(({ label }) => LOGGED.test(label))) return null;
  if (logs.length === 0) return [partsPlace(servers.slice(0, 3), "no event log")];
  const isWritten = logs.some((log) => graph.into(log).length > 0);
  return isWritten ? null : [partsPlace(logs, "nothing writes to it")];
}

function logWithoutTraining(graph: BoardGraph) {
  const logs = graph.with("log", "warehouse");
  const training = graph.with("training");
  if (logs.length === 0 || training.length === 0) return null;
  const isRead = training.some((part) => logs.some((log) => graph.edge(part, log)));
  return isRead || graph.leads(logs, training) ? null : [gapPlace(logs, training)];
}

function nothingTrains(graph: BoardGraph) {
  const models = graph.with("ranking", "model", "retrieval");
  return models.length === 0 || graph.with("training").length > 0
    ? null
    : [partsPlace(models, "no training")];
}

function trainedForNobody(graph: BoardGraph) {
  const training = graph.with("training");
  const users = graph.with("ranking", "retrieval", "re-ranking", "model", "index", "service", "gateway");
  if (training.length === 0 || users.length === 0) return null;
  const made = [...training, ...graph.with("registry")];
  const isFetched = users.some((user) => made.some((part) => graph.edge(user, part)));
  return isFetched || graph.leads(training, users) ? null : [gapPlace(training, users.slice(0, 2))];
}

function indexWithoutRefresh(graph: BoardGraph) {
  const stale = unfilled(graph, graph.with("index"), FRESH);
  return stale.length > 0 ? [partsPlace(stale, "nothing refreshes it")] : null;
}

function featuresWithoutSource(graph: BoardGraph) {
  const empty = unfilled(graph, graph.with("features"), FILLED);
  return empty.length > 0 ? [partsPlace(empty, "nothing fills it")] : null;
}

/** Features may come with the call: from a service that reads them and calls the ranker. */
function rankerWithoutFeatures(graph: BoardGraph) {
  const sources = new Set(graph.with("features", "cache", "store", "warehouse").map(({ id }) => id));
  const readers = graph
    .with("service", "gateway", "retrieval")
    .filter((part) => graph.around(part).some((id) => sources.has(id)));
  const bringers = new Set([...sources, ...readers.map(({ id }) => id)]);
  const isNamed = graph.edges.some(({ label }) => /\bfeatures?\b/i.test(label));
  const bare = graph.with("ranking").filter((ranker) => !graph.around(ranker).some((id) => bringers.has(id)));
  return bare.length > 0 && !isNamed ? [partsPlace(bare, "no features reach it")] : null;
}

/** Training reads one store, serving another, and nothing joins them: the same feature is computed twice. */
function featuresFromTwoPlaces(graph: BoardGraph) {
  const training = graph.with("training");
  const trains = (store: Part) =>
    training.map((part) => graph.edge(store, part) ?? graph.edge(part, store)).find((edge) => edge !== null);
  const answering = new Set(graph.with("ranking", "retrieval", "service", "model").map(({ id }) => id));
  const online = graph
    .with("features")
    .filter((store) => graph.around(store).some((id) => answering.has(id)));
  const offline = graph
    .with("warehouse", "features")
    .filter((store) => trains(store) && !online.includes(store));
  const edge = offline[0] && trains(offline[0]);
  if (online.length === 0 || !edge || online.some(trains)) return null;
  // What runs through training or a model is no copy of the feature.
  const models = ["training", "registry", "ranking", "retrieval", "model", "service"] as const;
  const isJoined = graph.leads(online, offline, models) || graph.leads(offline, online, models);
  const isLogged = graph.leads(graph.with("ranking", "service", "model"), offline);
  return isJoined || isLogged ? null : [partsPlace(online), edgePlace(graph, edge)];
}

const SERVING =
  "App [person]\nApp -> Feed service\nFeed service -> Retrieval\nRetrieval [retrieval]\nFeed service -> Ranker\nRanker [ranking]\n";

export const DATA_PATH_CHECKS: readonly Check[] = [
  {
    id: "no-logging",
    stage: "data",
    chapter: "/framework/data#bias-in-logs",
    from: 4,
    statement: "Nothing on the board records what was shown.",
    question: "Where do the next model's examples come from, and who writes down position and features?",
    look: noLogging,
    examples: {
      asks: [SERVING, `${SERVING}Event log [event-log]\nEvent log -> Training`],
      silent: [
        `${SERVING}Feed service -> Kafka\nKafka [queue]`,
        `${SERVING}Feed service -> Store : impressions`,
      ],
    },
  },
  {
    id: "log-without-training",
    stage: "data",
    chapter: "/framework/monitor#feedback-loops",
    from: 4,
    statement: "There is a log and there is training, and no way from one to the other.",
    question: "How does a row of the log become a training example, and where does it get its label?",
    look: logWithoutTraining,
    examples: {
      asks: [`${SERVING}Feed service -> Event log\nTraining [training]\nTraining -> Ranker`],
      silent: [
        `${SERVING}Feed service -> Event log\nEvent log -> Training\nTraining -> Ranker`,
        `${SERVING}Feed service -> Event log\nTraining -> Event log : reads`,
      ],
    },
  },
  {
    id: "nothing-trains",
    stage: "model",
    chapter: "/framework/monitor#retraining",
    from: 6,
    statement: "Models answer requests, and nothing on the board trains them.",
    question: "Where is the model made, and how often?",
    look: nothingTrains,
    examples: {
      asks: [`${SERVING}Feed service -> Event log\nRanker -> Feature store`],
      silent: [`${SERVING}Feed service -> Event log\nEvent log -> Trainer\nTrainer -> Ranker`],
    },
  },
  {
    id: "trained-for-nobody",
    stage: "serve",
    chapter: "/framework/serve#index-and-model-versions",
    from: 5,
    statement: "Training is on the board, and what it makes reaches nothing that answers requests.",
    question: "By which step does a new model start to answer?",
    look: trainedForNobody,
    examples: {
      asks: [`${SERVING}Feed service -> Event log\nEvent log -> Training`],
      silent: [
        `${SERVING}Feed service -> Event log\nEvent log -> Training\nTraining -> Model registry\nModel registry -> Ranker`,
        `${SERVING}Event log -> Training\nTraining -> Model registry\nRanker -> Model registry : loads`,
      ],
    },
  },
  {
    id: "index-without-refresh",
    stage: "serve",
    chapter: "/framework/embeddings#versions-and-refresh",
    from: 4,
    statement: "An index is searched, and nothing refreshes it.",
    question:
      "How does a new item get in, and what happens to all vectors when the towers are trained again?",
    look: indexWithoutRefresh,
    examples: {
      asks: [`${SERVING}Retrieval -> Embedding index\nEmbedding index [embedding-index]`],
      silent: [
        `${SERVING}Retrieval -> Embedding index\nIndex builder -> Embedding index`,
        `${SERVING}Retrieval -> ANN index\nUploads -> ANN index : new vectors`,
      ],
    },
  },
  {
    id: "features-without-source",
    stage: "data",
    chapter: "/framework/feature-pipelines#freshness-and-cost",
    from: 5,
    statement: "Features are read, and nothing fills their store.",
    question: "Which job writes the features, and how old are they when they are read?",
    look: featuresWithoutSource,
    examples: {
      asks: [`${SERVING}Ranker -> Feature store`],
      silent: [`${SERVING}Ranker -> Feature store\nStream job -> Feature store\nStream job [stream-job]`],
    },
  },
  {
    id: "ranker-without-features",
    stage: "serve",
    chapter: "/framework/serve#the-request-path",
    from: 4,
    statement: "The ranker is called, and no features reach it.",
    question: "What does the ranker know about the person and the item, and who fetches it?",
    look: rankerWithoutFeatures,
    examples: {
      asks: [SERVING],
      silent: [
        `${SERVING}Ranker -> Feature store`,
        `${SERVING}User features [store]\nFeed service -> User features`,
        `${SERVING}Retrieval -> Ranker : candidates with features`,
      ],
    },
  },
  {
    id: "features-from-two-places",
    stage: "data",
    chapter: "/framework/data#training-serving-skew",
    from: 5,
    statement: "Serving reads features from one place, and training from another.",
    question: "What makes a feature have the same value in both?",
    look: featuresFromTwoPlaces,
    examples: {
      asks: [`${SERVING}Ranker -> Feature store\nData warehouse -> Training\nTraining -> Ranker`],
      silent: [
        `${SERVING}Ranker -> Feature store\nFeature store -> Training\nTraining -> Ranker`,
        `${SERVING}Ranker -> Feature store\nFeature store -> Data warehouse\nData warehouse -> Training`,
      ],
    },
  },
];
