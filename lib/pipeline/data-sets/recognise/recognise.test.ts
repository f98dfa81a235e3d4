// @vitest-environment node
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assignRoles, FILE_CONTENTS } from "./kinds";
import { MAX_FILES, RECOGNITION_BYTES, recogniseFiles } from "./recognise";

const blob = (text: string) => new Blob([text]);
const recognise = (files: Record<string, string>) =>
  recogniseFiles(Object.entries(files).map(([path, text]) => ({ path, file: blob(text) })));
const repeat = (count: number, line: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join("\n");

const CORPUS =
  '{"_id": "1", "title": "A title", "text": "Some text."}\n{"_id": "2", "title": "B", "text": "More."}\n';
const QUERIES = '{"_id": "q1", "text": "what is it"}\n{"_id": "q2", "text": "why"}\n';
const QRELS = "query-id\tcorpus-id\tscore\nq1\t1\t1\nq2\t2\t1\n";

describe("one file", () => {
  it.each([
    ["ratings.csv", "userId,movieId,rating,timestamp\n1,1,4.0,964982703\n1,3,4.0,964981247\n", "ratings"],
    ["u.data", "196\t242\t3\t881250949\n186\t302\t3\t891717742\n196\t377\t1\t878887116\n", "ratings"],
    ["three.tsv", "ann\tp1\t3\nbob\tp2\t4\nann\tp3\t5\n", "ratings"],
    ["likes.csv", "user,item,liked\nann,a,1\nbob,b,0\n", "ratings"],
    ["clicks.csv", "label,site,ad\n1,a,x\n0,b,y\n", "clicks"],
    ["log.csv", "id,site,click\nr1,a,1\nr2,b,0\nr3,b,0\n", "clicks"],
    ["bare.tsv", repeat(20, (i) => `${i % 2}\ts${i % 3}\ta${i % 5}`), "clicks"],
    ["app.libfm", "1 3:1 100:1\n-1 4:1 101:1\n", "libfm"],
    ["train.txt", "2 qid:1 1:0.5 2:1 # doc\n0 qid:1 1:0.1\n", "judged-documents"],
    ["rank.train", "0 1:0.5 7:1\n3 1:0.1\n", "judged-documents"],
    ["corpus.jsonl", CORPUS, "corpus"],
    ["queries.jsonl", QUERIES, "queries"],
    ["a.jsonl", CORPUS, "corpus"],
    ["b.jsonl", QUERIES, "queries"],
    ["rank.train.query", "10\n12\n9\n", "group-sizes"],
    ["poem.txt", "One word\na line\n", "unknown"],
    ["blank.txt", "\n\n", "unknown"],
    ["empty.csv", "", "unknown"],
    ["items.jsonl", '{"name": 1}\n', "unknown"],
  ])("%s is recognised by what it holds", async (path, text, content) => {
    const { files } = await recognise({ [path]: text });
    expect(files[0]).toMatchObject({ path, content });
    expect(files[0]?.because).not.toBe("");
  });

  it("says why a file cannot be read", async () => {
    const { files, kind } = await recogniseFiles([
      { path: "a.csv.gz", file: new Blob([new Uint8Array([0x1f, 0x8b, 8, 0])]) },
    ]);
    expect(files[0]?.because).toMatch(/^is compressed \(gzip\)/);
    expect(kind).toBeNull();
  });
});

describe("several files", () => {
  it("a BEIR folder, wherever its parts lie", async () => {
    const { kind, roles } = await recognise({
      "scifact/qrels/test.tsv": QRELS,
      "scifact/corpus.jsonl": CORPUS,
      "scifact/LICENSE.md": "Creative Commons\n",
      "scifact/qrels/train.tsv": QRELS,
      "scifact/queries.jsonl": QUERIES,
    });
    expect(kind).toBe("search");
    expect(roles.search).toEqual({
      corpus: "scifact/corpus.jsonl",
      queries: "scifact/queries.jsonl",
      train: "scifact/qrels/train.tsv",
      test: "scifact/qrels/test.tsv",
    });
  });

  it("a single file of judgements is measured on, whatever its name", async () => {
    const files = { "corpus.jsonl": CORPUS, "queries.jsonl": QUERIES };
    for (const path of ["qrels.tsv", "qrels/train.tsv"])
      expect((await recognise({ ...files, [path]: QRELS })).roles.search).toMatchObject({ test: path });
  });

  it("judged documents with their group sizes, also where the grades look like clicks", async () => {
    const { files, kind, roles } = await recognise({
      "rank.test": "0 1:0.5\n1 1:0.1\n",
      "rank.test.query": "2\n",
      "rank.train": "0 1:0.5\n1 1:0.1\n",
      "rank.train.query": "2\n",
    });
    expect(kind).toBe("ranking");
    expect(files[0]?.because).toContain("sizes of query groups beside them");
    expect(roles.ranking).toEqual({
      train: "rank.train",
      test: "rank.test",
      "train-groups": "rank.train.query",
      "test-groups": "rank.test.query",
    });
  });

  it("parts of a click log by their names; of a lone file all is learnt from", async () => {
    const text = "label,site\n1,a\n0,b\n1,c\n";
    const { roles } = await recognise({ "test.csv": text, "valid.csv": text, "train.csv": text });
    expect(roles.clicks).toEqual({ train: "train.csv", valid: "valid.csv", test: "test.csv" });
    expect((await recognise({ "my-test.csv": text })).roles.clicks).toEqual({ train: "my-test.csv" });
  });
});

describe("whatever is dropped", () => {
  /** Notes how far a file is read. */
  function watched(bytes: Uint8Array) {
    const file = new Blob([bytes as BlobPart]);
    const ends: number[] = [];
    const slice = file.slice.bind(file);
    file.slice = (start = 0, end = file.size) => {
      ends.push(end);
      return slice(start, end);
    };
    file.arrayBuffer = () => Promise.reject(new Error("read as a whole"));
    file.text = () => Promise.reject(new Error("read as a whole"));
    return { file, ends };
  }

  it("is answered without throwing, from a sample of each file", async () => {
    const text = fc.oneof(
      fc.string({ maxLength: 200 }),
      fc
        .array(
          fc.constantFrom("1", "0", "qid:1", "1:2", ",", "\t", "::", '"', "{", '"_id":', "\n", "x", "|"),
          { maxLength: 60 },
        )
        .map((parts) => parts.join(" ")),
    );
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      text.map((value) => new TextEncoder().encode(value)),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.string({ maxLength: 12 }), bytes), { maxLength: 4 }),
        async (parts) => {
          const watches = parts.map(([, content]) => watched(content));
          const chosen = watches.map(({ file }, i) => ({ path: parts[i]?.[0] ?? "", file }));
          const { files, roles } = await recogniseFiles(chosen);
          expect(files.map(({ path }) => path)).toEqual(chosen.map(({ path }) => path));
          for (const { content } of files) expect(FILE_CONTENTS).toContain(content);
          for (const own of Object.values(roles))
            for (const path of Object.values(own))
              expect(chosen.some((file) => file.path === path)).toBe(true);
          for (const { ends } of watches)
            for (const end of ends) expect(end).toBeLessThanOrEqual(RECOGNITION_BYTES);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("never reads more than a sample of a long file, nor more than some files", async () => {
    const { file, ends } = watched(new TextEncoder().encode("label,a\n1,x\n0,y\n".repeat(20_000)));
    await recogniseFiles([{ path: "long.csv", file }]);
    expect(ends).toEqual([RECOGNITION_BYTES]);
    const many = Array.from({ length: MAX_FILES + 5 }, (_, i) => ({ path: String(i), file: blob("x") }));
    expect((await recogniseFiles(many)).files).toHaveLength(MAX_FILES);
  });

  it("no file takes two roles of a kind", () => {
    const file = fc.record({
      path: fc.constantFrom("train.csv", "test.csv", "valid.csv", "a", "b", "train.query", "qrels/train.tsv"),
      content: fc.constantFrom(...FILE_CONTENTS),
      because: fc.constant("x"),
    });
    fc.assert(
      fc.property(fc.uniqueArray(file, { selector: ({ path }) => path }), (files) => {
        for (const kind of ["ratings", "clicks", "ranking", "search"] as const) {
          const used = Object.values(assignRoles(kind, files));
          expect(new Set(used).size).toBe(used.length);
        }
      }),
    );
  });
});
