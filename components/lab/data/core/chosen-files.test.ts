import { expect, it } from "vitest";
import { fromDrop, fromList } from "@/components/lab/data/core/chosen-files";

const file = (name: string, folder = "") => {
  const made = new File(["x"], name);
  Object.defineProperty(made, "webkitRelativePath", { value: folder && `${folder}/${name}` });
  return made;
};

it("files of a folder keep their paths, hidden ones stay out, and names that repeat get a number", () => {
  const paths = (files: File[]) => fromList(files).map(({ path }) => path);
  expect(
    paths([file("test.tsv", "set/qrels"), file("corpus.jsonl", "set"), file(".DS_Store", "set")]),
  ).toEqual(["set/corpus.jsonl", "set/qrels/test.tsv"]);
  expect(paths([file("a.csv"), file("a.csv")])).toEqual(["a.csv", "a.csv (2)"]);
});

/** As the browser gives a folder: its entries some at a time, then none. */
function folder(name: string, children: object[], path = `/${name}`) {
  return {
    name,
    fullPath: path,
    isFile: false,
    isDirectory: true,
    createReader: () => {
      const left = [...children];
      return { readEntries: (resolve: (some: object[]) => void) => resolve(left.splice(0, 1)) };
    },
  };
}
const leaf = (path: string) => ({
  name: path.split("/").at(-1),
  fullPath: path,
  isFile: true,
  isDirectory: false,
  file: (resolve: (file: File) => void) => resolve(file(path.split("/").at(-1) ?? "")),
});

it("a folder that was dropped is opened to the end", async () => {
  const dropped = folder("set", [
    leaf("/set/corpus.jsonl"),
    leaf("/set/queries.jsonl"),
    folder("qrels", [leaf("/set/qrels/test.tsv")], "/set/qrels"),
  ]);
  const transfer = { items: [{ webkitGetAsEntry: () => dropped }], files: [] } as unknown as DataTransfer;
  expect((await fromDrop(transfer)).map(({ path }) => path)).toEqual([
    "set/corpus.jsonl",
    "set/qrels/test.tsv",
    "set/queries.jsonl",
  ]);
});
