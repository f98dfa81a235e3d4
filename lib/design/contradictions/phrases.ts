/** Groups of forms that rules of several themes share. */

/** Introduces what the system is for. */
export const AIM =
  "goal|objective|optimise for|optimise|maximise|north star|success metric|primary metric|aim|what we want|number that decides";
/** Introduces the number that an experiment is decided by. */
export const ONLINE =
  "a b test|ab test|experiment|online metric|primary metric|online we|launch|ship|winner|success metric";
/** Data divided in order of time. */
export const BY_TIME =
  "@time-split|split by date|split by day|by date|progressive validation|train through day";
/** The things that a system puts in order. */
export const THINGS = "video|item|ad|product|result|candidate|list|feed|page|document|listing";
/** A number of an ad is multiplied with money. */
export const PRICED = [
  { says: ["bid", "probability|ctr|pctr|click rate|prediction|p click"] },
  { says: ["ecpm|expected value", "bid|ctr|pctr|probability|price"] },
  { told: ["bid", "click rate|probability"] },
  { told: ["probability", "auction|forecast|pacing"] },
] as const;
/** Something that takes a score back to a true rate. */
export const RECALIBRATED =
  "isotonic|platt|calibration layer|calibration step|calibrate|recalibrate|temperature scaling|calibrated on|calibrated afterwards";
/** How many are in a batch of work. */
export const RECALL_METRICS = "@ndcg|@auc|@map-metric|@recall-at-k|normalized entropy|log loss|@interleaving";
