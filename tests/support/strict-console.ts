/** A warning or error on the console fails the test that caused it, unless the test expects it. */
import { afterEach, beforeEach, expect, vi } from "vitest";
import { setLogLevel } from "@/lib/log";

setLogLevel("error");

beforeEach(() => {
  vi.spyOn(console, "error").mockName("console.error");
  vi.spyOn(console, "warn").mockName("console.warn");
});

afterEach(() => {
  expect(console.error).not.toHaveBeenCalled();
  expect(console.warn).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});
