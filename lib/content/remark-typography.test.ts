import { compile } from "@mdx-js/mdx";
import { describe, expect, it } from "vitest";
import remarkTypography, { curlyQuotes } from "@/lib/content/remark-typography.mjs";

describe("curlyQuotes", () => {
  it.each([
    [`"We use clicks", he said.`, "“We use clicks”, he said."],
    [`don't ("it's 'fine'")`, "don’t (“it’s ‘fine’”)"],
    ["the '90s", "the ’90s"],
  ])("%s", (straight, curly) => {
    expect(curlyQuotes(straight)).toBe(curly);
  });
});

it("closes a quote behind emphasis and code, and leaves code alone", async () => {
  const source = 'Say "*satisfied* watch" or "`a \\"b\\"`".\n\n"New paragraph"';
  const compiled = String(await compile(source, { remarkPlugins: [remarkTypography] }));
  expect(compiled).toContain('"satisfied"');
  expect(compiled).toContain("“");
  expect(compiled).toContain(" watch” or “");
  expect(compiled).toContain('”."');
  expect(compiled).toContain("“New paragraph”");
  expect(compiled).toMatch(/a \\+"b/);
});
