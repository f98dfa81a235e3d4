/** A fingerprint of what is observed of an ads world. */
import { columnsOf, hashColumns } from "../hash-columns";
import type { ObservedAdsWorld } from "./types";

/** Hash of the catalogue, the users, the sites, the requests and the log. */
export function hashAdsWorld({ catalogue, users, sites, requests, log }: ObservedAdsWorld): string {
  const { advertisers, campaigns, creatives } = catalogue;
  return hashColumns(columnsOf([advertisers, campaigns, creatives, users, sites, requests, log]));
}
