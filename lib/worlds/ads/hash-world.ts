/** A fingerprint of what is observed of a world: trained weights carry it, and refuse a world that they were not made for. */
import type { ObservedAdsWorld } from "./types";

const isColumn = (value: unknown): value is Float32Array => ArrayBuffer.isView(value);

/** FNV-1a over the bytes of all observed columns, in the order of their names' declaration, as hex. */
export function hashAdsWorld({ catalogue, users, sites, requests, log }: ObservedAdsWorld): string {
  const tables = [
    catalogue.advertisers,
    catalogue.campaigns,
    catalogue.creatives,
    users,
    sites,
    requests,
    log,
  ];
  let hash = 0x811c9dc5;
  for (const column of tables.flatMap((table) => Object.values(table).filter(isColumn))) {
    const bytes = new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
    for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, "0");
}
