import { expect, it } from "vitest";
import { calculationsOf } from "./calculations";

it("lists each calculation of a text once, as it is written by hand", () => {
  const text =
    'A <Calc of="1e9 / 86400">11,600</Calc> b **<Calc of="2 * 3 - 1">5</Calc>** c <Calc of="1e9 / 86400">11,600</Calc>';
  expect(calculationsOf(text)).toEqual([
    { shown: "11,600", expression: "1e9 / 86400" },
    { shown: "5", expression: "2 × 3 − 1" },
  ]);
});
