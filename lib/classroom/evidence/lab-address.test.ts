import { expect, test } from "vitest";
import { attachAddress, checkAddress, readLabPath, readPurpose } from "./lab-address";

const classId = "019abcde-0000-7000-8000-000000000001";
const assignmentId = "019abcde-0000-7000-8000-000000000002";
const hashOf = (address: string) => new URL(address, "https://example.org").hash;

test("an address says which assignment it is for and what is hidden, and nothing of it is in the query", () => {
  const address = attachAddress("video", { classId, assignmentId }, ["rank", "rerank"]);
  expect(new URL(address, "https://example.org").search).toBe("");
  expect(readPurpose(hashOf(address))).toEqual({
    kind: "attach",
    classId,
    assignmentId,
    hidden: ["rank", "rerank"],
  });
  const plain = attachAddress("ads", { classId, assignmentId }, []);
  expect(readPurpose(hashOf(plain))).toMatchObject({ hidden: [] });
});

test("an attached run is opened at its own address, to be checked", () => {
  const address = checkAddress("/lab/video?seed=7&items=50000", assignmentId);
  expect(new URL(address, "https://example.org").search).toBe("?seed=7&items=50000");
  expect(readPurpose(hashOf(address))).toEqual({ kind: "check", evidenceId: assignmentId });
});

test.each(["", "#", "#for=1/2", "#check=../../x", "#for=<script>", "#slate"])(
  "%j opens the plain lab",
  (hash) => {
    expect(readPurpose(hash)).toBeNull();
  },
);

test("what is no name of a control is not hidden", () => {
  expect(readPurpose(`#for=${classId}/${assignmentId}&hide=rank,%3Cb%3E,,A`)).toMatchObject({
    hidden: ["rank"],
  });
});

test.each([
  ["/lab/video?seed=7", { world: "video", query: "seed=7" }],
  ["/lab/ads", { world: "ads", query: "" }],
  ["/lab/data", null],
  ["//evil.example/lab/video", null],
  ["/lab/video?a=1#for=x", null],
  ["https://evil.example/lab/video", null],
  [`/lab/video?${"a".repeat(5_000)}`, null],
])("the lab's address %j is read as %j", (path, read) => {
  expect(readLabPath(path)).toEqual(read);
});
