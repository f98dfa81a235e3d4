import { expect, it } from "vitest";
import { onDemand } from "./files-handlers";

it("makes a thing once, when it is first asked for, and tries again when it could not be made", async () => {
  let tries = 0;
  const thing = onDemand(async () => {
    tries++;
    if (tries === 1) throw new Error("no network");
    return { tries };
  });
  expect(tries).toBe(0);
  await expect(thing()).rejects.toThrow("no network");
  const [first, second] = await Promise.all([thing(), thing()]);
  expect(first).toBe(second);
  expect(await thing()).toEqual({ tries: 2 });
});
