import { describe, expect, it } from "vitest";
import { headingsOf, sectionsOf, splitFrontmatter, wordCount } from "@/lib/content/markdown";

const text = `---
title: A
---

## Goal **before** \`model\`

\`\`\`sh
## no heading
\`\`\`

## The \`k\` of [recall](/framework/evaluate#recall)
### Goal before model
`;

describe("headingsOf", () => {
  it("gives the anchors and lines of the build, and skips code", () => {
    expect(headingsOf(text)).toEqual([
      { depth: 2, text: "Goal before model", anchor: "goal-before-model", line: 5 },
      { depth: 2, text: "The k of recall", anchor: "the-k-of-recall", line: 11 },
      { depth: 3, text: "Goal before model", anchor: "goal-before-model-1", line: 12 },
    ]);
  });
});

describe("splitFrontmatter", () => {
  it("keeps the line numbers of the file", () => {
    const { yaml, body, bodyLine } = splitFrontmatter(text);
    expect(yaml?.split("\n")[1]).toBe("title: A");
    expect(bodyLine).toBe(4);
    expect(
      text
        .split("\n")
        .slice(bodyLine - 1)
        .join("\n"),
    ).toBe(body);
  });

  it("takes a rule in the middle of a text for what it is", () => {
    expect(splitFrontmatter("A\n\n---\n\nB\n---\n").yaml).toBeNull();
  });
});

describe("wordCount", () => {
  it("counts what is read: no tags, code, formulas, marks or targets", () => {
    const source = `Two words.

<Pitfall title="not counted > ever">
Three more words
</Pitfall>

$$ x = y $$ and $1-0.99^5$

| a | b |
|---|---|

\`\`\`ts
const none = 0;
\`\`\`

[one](/framework/data#two-three) 4.5% re-rank`;
    expect(wordCount(source)).toBe(2 + 3 + 1 + 2 + 1 + 2);
  });
});

describe("sectionsOf", () => {
  it("splits an answer at its second-level headings only", () => {
    const answer = "## clarify\n\nA\n\n### deeper\n\n```md\n## frame\n```\n\n## frame\nB\n";
    expect(sectionsOf(answer)).toEqual([
      { title: "clarify", line: 1, body: "A\n\n### deeper\n\n```md\n## frame\n```" },
      { title: "frame", line: 11, body: "B" },
    ]);
  });
});
