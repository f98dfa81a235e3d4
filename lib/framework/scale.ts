/**
 * The estimation sheet: from the ten numbers that an interviewer tells or a candidate assumes to every load that
 * follows from them. Each load is one function of lib/framework/estimation.ts with its formula in words.
 */
import {
  averageQueriesPerSecond,
  flatIndexBytes,
  HNSW_BYTES_PER_LINK,
  hnswIndexBytes,
  impressionsPerDay,
  int8IndexBytes,
  logBytesPerDay,
  machinesFor,
  peakQueriesPerSecond,
  scoresPerSecond,
} from "./estimation";
import { formatBytes, formatCount, formatWhole } from "./units";

export type Scale = {
  dailyUsers: number;
  requestsPerUser: number;
  peakFactor: number;
  candidates: number;
  impressionsPerRequest: number;
  bytesPerImpression: number;
  /** Days of log that a training run reads. */
  trainingDays: number;
  items: number;
  dim: number;
  /** Item scores that one machine computes in a second. */
  scoresPerMachine: number;
};

export type ScaleInput = { key: keyof Scale; name: string; unit?: string; min: number; max: number };

/** The inputs in the order in which one asks for them. */
export const SCALE_INPUTS: readonly ScaleInput[] = [
  { key: "dailyUsers", name: "People a day", min: 1, max: 1e10 },
  { key: "requestsPerUser", name: "Requests a person and day", min: 0.01, max: 1e4 },
  { key: "peakFactor", name: "Peak over average", min: 1, max: 20 },
  { key: "candidates", name: "Candidates ranked a request", min: 1, max: 1e6 },
  { key: "impressionsPerRequest", name: "Items shown a request", min: 1, max: 1e4 },
  { key: "bytesPerImpression", name: "Log bytes an item shown", unit: "B", min: 1, max: 1e6 },
  { key: "trainingDays", name: "Days of log trained on", min: 1, max: 3650 },
  { key: "items", name: "Items in the catalogue", min: 1, max: 1e12 },
  { key: "dim", name: "Dimensions of a vector", min: 1, max: 1e5 },
  { key: "scoresPerMachine", name: "Scores a machine and second", min: 1, max: 1e9 },
];

export type Load = { id: string; name: string; formula: string; show: (scale: Scale) => string };

const average = (scale: Scale) => averageQueriesPerSecond(scale.dailyUsers, scale.requestsPerUser);
const peak = (scale: Scale) => peakQueriesPerSecond(average(scale), scale.peakFactor);
const scores = (scale: Scale) => scoresPerSecond(peak(scale), scale.candidates);
const impressions = (scale: Scale) =>
  impressionsPerDay(scale.dailyUsers, scale.requestsPerUser, scale.impressionsPerRequest);
const logBytes = (scale: Scale) => logBytesPerDay(impressions(scale), scale.bytesPerImpression);
/** HNSW with the usual sixteen links. */
const LINKS = 16;

/** What follows, in the order in which one needs it. */
export const LOADS: readonly Load[] = [
  {
    id: "average",
    name: "Requests, average",
    formula: "people × requests ÷ 86,400",
    show: (scale) => `${formatCount(average(scale))}/s`,
  },
  {
    id: "peak",
    name: "Requests, peak",
    formula: "average × peak factor",
    show: (scale) => `${formatCount(peak(scale))}/s`,
  },
  {
    id: "scores",
    name: "Item scores, peak",
    formula: "peak × candidates",
    show: (scale) => `${formatCount(scores(scale))}/s`,
  },
  {
    id: "machines",
    name: "Ranking machines at the peak",
    formula: "scores ÷ scores of a machine",
    show: (scale) => formatWhole(Math.ceil(scores(scale) / scale.scoresPerMachine)),
  },
  {
    id: "impressions",
    name: "Items shown",
    formula: "people × requests × shown",
    show: (scale) => `${formatCount(impressions(scale))}/day`,
  },
  {
    id: "log",
    name: "Training log",
    formula: "items shown × bytes",
    show: (scale) => `${formatBytes(logBytes(scale))}/day`,
  },
  {
    id: "history",
    name: "Log of a training run",
    formula: "log × days",
    show: (scale) => formatBytes(logBytes(scale) * scale.trainingDays),
  },
  {
    id: "flat",
    name: "Item vectors, float32",
    formula: "items × 4 × d",
    show: (scale) => formatBytes(flatIndexBytes(scale.items, scale.dim)),
  },
  {
    id: "int8",
    name: "Item vectors, int8",
    formula: "items × d",
    show: (scale) => formatBytes(int8IndexBytes(scale.items, scale.dim)),
  },
  {
    id: "hnsw",
    name: "HNSW, 16 links",
    formula: "items × (4 d + 10 × 16), at most",
    show: (scale) => formatBytes(hnswIndexBytes(scale.items, scale.dim, LINKS, HNSW_BYTES_PER_LINK.high)),
  },
  {
    id: "copies",
    name: "Machines of 64 GB for one copy of the float32 vectors",
    formula: "bytes ÷ 64 GB, rounded up",
    show: (scale) => formatWhole(machinesFor(flatIndexBytes(scale.items, scale.dim), 64e9)),
  },
];

/** Three sizes to start from; all numbers are assumed. */
export const EXAMPLE_SCALES: readonly { id: string; name: string; scale: Scale }[] = [
  {
    id: "feed",
    name: "A video feed",
    scale: {
      dailyUsers: 100e6,
      requestsPerUser: 10,
      peakFactor: 2.5,
      candidates: 800,
      impressionsPerRequest: 20,
      bytesPerImpression: 1_000,
      trainingDays: 30,
      items: 10e6,
      dim: 256,
      scoresPerMachine: 200e3,
    },
  },
  {
    id: "ads",
    name: "Ads in an app",
    scale: {
      dailyUsers: 500e6,
      requestsPerUser: 40,
      peakFactor: 2,
      candidates: 500,
      impressionsPerRequest: 2,
      bytesPerImpression: 600,
      trainingDays: 14,
      items: 5e6,
      dim: 64,
      scoresPerMachine: 500e3,
    },
  },
  {
    id: "shop",
    name: "Search of a shop",
    scale: {
      dailyUsers: 60e6,
      requestsPerUser: 5,
      peakFactor: 2.9,
      candidates: 1_000,
      impressionsPerRequest: 10,
      bytesPerImpression: 400,
      trainingDays: 90,
      items: 200e6,
      dim: 128,
      scoresPerMachine: 500e3,
    },
  },
];
