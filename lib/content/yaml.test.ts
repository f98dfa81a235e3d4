import { expect, it } from "vitest";
import * as z from "zod";
import { parseYaml, positionIn } from "@/lib/content/yaml";

const schema = z.strictObject({
  items: z.array(
    z.strictObject({
      name: z.string(),
      when: z.union([z.strictObject({ said: z.array(z.string()) }), z.strictObject({ below: z.number() })]),
    }),
  ),
});

it("places every error at its key, and a missing key at its parent", () => {
  const text = "items:\n  - name: a\n    when: { below: 1 }\n  - nam: b\n    when:\n      said: [1]\n";
  expect(parseYaml("x.yaml", text, schema).errors).toEqual([
    expect.objectContaining({ line: 4, column: 5, field: "items[1].name" }),
    expect.objectContaining({ line: 6, column: 14, field: "items[1].when.said[0]" }),
    expect.objectContaining({ line: 4, column: 5, field: "items[1].nam" }),
  ]);
});

it("names the closest branch of a union, not only that none fits", () => {
  const text = "items:\n  - name: a\n    when:\n      bellow: 1\n";
  const [error] = parseYaml("x.yaml", text, schema).errors;
  expect(error).toMatchObject({ field: expect.stringMatching(/^items\[0\]\.when\./) });
});

it("reports YAML that does not parse, and duplicate keys, with their place", () => {
  expect(parseYaml("x.yaml", "items: [", schema).errors[0]).toMatchObject({ field: "yaml", line: 1 });
  expect(parseYaml("x.yaml", "items: []\nitems: []\n", schema).errors[0]).toMatchObject({
    field: "yaml",
    line: 2,
  });
});

it("finds the place of a path in a text that parses", () => {
  expect(positionIn("a:\n  - b: 1\n  - b: 2\n", ["a", 1, "b"])).toEqual({ line: 3, column: 5 });
});
