/**
 * The device's own keeping of reading: everything while nobody has a session, later only what the server could not be
 * told yet. What lies in localStorage was written by some version of this page, so its shape is looked at before use.
 */
import { EMPTY_READING, isEmptyReading, type Reading } from "@/lib/reading/reading";

const KEY = "reading";

const isEntry = (value: unknown, fields: readonly string[]): boolean =>
  typeof value === "object" &&
  value !== null &&
  fields.every((field) => typeof Reflect.get(value, field) === "string");

function entries<T>(body: unknown, name: keyof Reading, fields: readonly string[]): T[] {
  const list = typeof body === "object" && body !== null ? Reflect.get(body, name) : null;
  return Array.isArray(list) ? list.filter((entry) => isEntry(entry, fields)) : [];
}

/** Anything of the right shape in `body`; the rest is dropped. */
export function parseReading(body: unknown): Reading {
  return {
    progress: entries(body, "progress", ["path", "anchor", "heading", "updatedAt"]),
    bookmarks: entries(body, "bookmarks", ["path", "anchor", "heading", "createdAt"]),
    highlights: entries(body, "highlights", [
      "id",
      "path",
      "anchor",
      "heading",
      "quote",
      "prefix",
      "suffix",
      "note",
      "createdAt",
    ]),
  };
}

export function readDevice(): Reading {
  try {
    return parseReading(JSON.parse(localStorage.getItem(KEY) ?? "null"));
  } catch {
    return EMPTY_READING;
  }
}

/** @returns false when the browser keeps nothing (no room, or not allowed). */
export function writeDevice(reading: Reading): boolean {
  try {
    if (isEmptyReading(reading)) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(reading));
    return true;
  } catch {
    return false;
  }
}

/** Another tab changed it. */
export function onDeviceChange(listener: () => void): () => void {
  const onStorage = ({ key }: StorageEvent) => key === KEY && listener();
  window.addEventListener("storage", onStorage);
  return () => window.removeEventListener("storage", onStorage);
}
