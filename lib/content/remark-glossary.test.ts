import { compile } from "@mdx-js/mdx";
import { describe, expect, it } from "vitest";
import remarkGlossary, { glossaryForms, splitMentions } from "./remark-glossary.mjs";
import { glossarySchema } from "./schemas/glossary";

const short = "A sentence that says what the term is, long enough.";
const glossary = glossarySchema.parse({
  bias: { term: "position bias", short },
  map: { term: "mean average precision", also: ["MAP"], short },
  tower: { term: "two-tower model", also: ["two-tower"], short },
  curse: { term: "winner's curse", short },
  power: { term: "power", short, link: false },
});
const mentions = (text: string) =>
  splitMentions(text, glossaryForms(glossary), new Set()).flatMap(({ text: words, term }) =>
    term ? [[words, term]] : [],
  );

describe("mentions of glossary terms", () => {
  it("take the longest form, whatever the case of its first letters", () => {
    expect(mentions("Position bias in a two-tower model.")).toEqual([
      ["Position bias", "bias"],
      ["two-tower model", "tower"],
    ]);
  });
  it("keep an abbreviation apart from the word that is written alike", () => {
    expect(mentions("a map of MAP")).toEqual([["MAP", "map"]]);
  });
  it("find an apostrophe that has been curled", () => {
    expect(mentions("the winner\u2019s curse")).toEqual([["winner\u2019s curse", "curse"]]);
  });
  it("are whole words, and only the first of each", () => {
    expect(mentions("MAPS, two-towers, position bias and position bias")).toEqual([
      ["position bias", "bias"],
    ]);
  });
  it("leave out words that mean too many things", () => {
    expect(mentions("power")).toEqual([]);
  });
  it("lose no character", () => {
    const text = "Position bias, MAP; the winner\u2019s curse of a two-tower.";
    const pieces = splitMentions(text, glossaryForms(glossary), new Set());
    expect(pieces.map((piece) => piece.text).join("")).toBe(text);
  });
});

it("headings, links and code stay as they are; the first mention in running text is linked", () => {
  const text = (value: string) => ({ type: "text", value });
  const tree = {
    type: "root",
    children: [
      { type: "heading", children: [text("MAP")] },
      {
        type: "paragraph",
        children: [{ type: "link", url: "/x", children: [text("MAP")] }, text(" and MAP")],
      },
    ],
  };
  remarkGlossary(glossary)(tree);
  const paragraph = tree.children[1] as unknown as { children: { type: string; name?: string }[] };
  expect(paragraph.children.map(({ type, name }) => name ?? type)).toEqual(["link", "text", "Term"]);
  expect(tree.children[0]?.children).toEqual([text("MAP")]);
});

it("a text with everything in it still compiles, with the term in it", async () => {
  const text = '# MAP\n\nA `MAP`, a *MAP* <Cite id="x"/>\n\n---\n\n| a | b |\n|---|---|\n| 1 | two-tower |\n';
  const compiled = String(
    await compile(text, { format: "mdx", remarkPlugins: [[remarkGlossary, glossary]], jsx: true }),
  );
  expect(compiled).toContain('<Term id="map">{"MAP"}</Term>');
});
