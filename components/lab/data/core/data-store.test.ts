import { describe, expect, it } from "vitest";
import { DataStore, type Flow, type FlowFiles, rolesProblem } from "@/components/lab/data/core/data-store";
import { chosen, createFakeWorker } from "@/components/lab/data/core/fake-worker";
import type { DataKind } from "@/lib/pipeline/data-sets/recognise/kinds";

type FakeFlow = Flow & { files: FlowFiles; started: number };

function open(recognition: unknown) {
  const worker = createFakeWorker({ "recognise-files": recognition });
  const store = new DataStore<FakeFlow>(worker.createClient, (kind, _desk, files) => {
    const flow: FakeFlow = {
      kind,
      files,
      started: 0,
      start: async () => {
        flow.started++;
      },
    };
    return flow;
  });
  return { store, worker };
}

const roles = (own: Partial<Record<DataKind, object>>) => ({
  ratings: {},
  clicks: {},
  ranking: {},
  search: {},
  ...own,
});
const clicks = {
  files: [
    { path: "a.csv", content: "clicks", because: "a column named label" },
    { path: "b.csv", content: "clicks", because: "a column named label" },
  ],
  kind: "clicks",
  roles: roles({ clicks: { train: "a.csv" }, ratings: { ratings: "a.csv" } }),
};
const files = [chosen("a.csv"), chosen("b.csv")];

describe("files that were chosen", () => {
  it("begin the flow of the kind that was recognised, with their roles", async () => {
    const { store } = open(clicks);
    await store.choose(files);
    const { flow, kind } = store.getView();
    expect(kind).toBe("clicks");
    expect(flow).toMatchObject({ kind: "clicks", started: 1 });
    expect(flow?.files.train).toBe(files[0]);
  });

  it("can be read as another kind, and each can take another role", async () => {
    const { store } = open(clicks);
    await store.choose(files);
    await store.setRole("test", "b.csv");
    expect(store.getView().flow?.files).toEqual({ train: files[0], test: files[1] });
    await store.setRole("test", null);
    expect(store.getView().flow?.files).toEqual({ train: files[0] });
    await store.setKind("ratings");
    expect(store.getView().flow).toMatchObject({ kind: "ratings", files: { ratings: files[0] } });
  });

  it("wait while a role has no file, or two roles have one", async () => {
    const { store } = open(clicks);
    await store.choose(files);
    await store.setRole("test", "a.csv");
    expect(store.getView().flow).toBeNull();
    expect(rolesProblem("clicks", store.getView().roles)).toBe("twice");
    await store.setKind("search");
    expect(store.getView().flow).toBeNull();
    expect(rolesProblem("search", store.getView().roles)).toBe("missing");
  });

  it("that nothing recognises begin nothing, until somebody says what they are", async () => {
    const { store } = open({ files: [], kind: null, roles: roles({}) });
    await store.choose([files[0] as (typeof files)[number]]);
    expect(store.getView().flow).toBeNull();
    expect(store.desk.getView().notice).toContain("None of the four kinds");
    await store.setKind("ratings");
    expect(store.getView().flow?.files.ratings).toBe(files[0]);
  });

  it("end the worker that held those before", async () => {
    const { store, worker } = open(clicks);
    await store.choose(files);
    await store.choose(files);
    expect(worker.closedTimes()).toBe(1);
    expect(store.getView().flow?.started).toBe(1);
  });
});
