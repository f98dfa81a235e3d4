/** A name belongs to one page at a time, within a tab as between tabs. */
import { beforeEach, expect, test, vi } from "vitest";
import { claimOrigin, holdOrigin, leaveOrigins } from "./origin";

type Grant = (lock: object | null) => unknown;
const taken = new Set<string>();

beforeEach(() => {
  taken.clear();
  const request = async (name: string, _options: object, grant: Grant) => {
    const isFree = !taken.has(name);
    taken.add(name);
    return grant(isFree ? {} : null);
  };
  vi.stubGlobal("navigator", { locks: { request } });
});

test("a page that was left by a link hands its name to the next page of the same tab", async () => {
  expect(await claimOrigin("i1", ["a"])).toEqual({ origin: "a", adopted: [] });
  expect(await holdOrigin("i1", "a")).toBe(false);
  leaveOrigins("i1", ["a"]);
  expect(await claimOrigin("i1", ["a"])).toEqual({ origin: "a", adopted: [] });
});

test("a name that another tab holds is not taken, left or not", async () => {
  taken.add("shortlist-origin-i2-b");
  leaveOrigins("i2", ["b"]);
  expect(await holdOrigin("i2", "b")).toBe(false);
  expect((await claimOrigin("i2", ["b"])).origin).not.toBe("b");
});
