import {
  type DataLabView,
  type DataStore,
  type Flow,
  rolesProblem,
} from "@/components/lab/data/core/data-store";
import { formatBytes } from "@/components/lab/data/format-bytes";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/inputs";
import { Table } from "@/components/ui/table";
import {
  DATA_KINDS,
  type DataKind,
  type FileContent,
  type FileRole,
  ROLES_OF,
} from "@/lib/pipeline/data-sets/recognise/kinds";
import type { FilesRecognition } from "@/lib/pipeline/workers/calls/files-calls";

const KIND_WORDS: Record<DataKind, string> = {
  ratings: "Ratings",
  clicks: "Clicks",
  ranking: "Judged documents",
  search: "A search collection",
};
const CONTENT_WORDS: Record<FileContent, string> = {
  ratings: "ratings",
  clicks: "clicks",
  libfm: "clicks (libfm)",
  "judged-documents": "judged documents",
  "group-sizes": "sizes of query groups",
  corpus: "documents",
  queries: "queries",
  judgements: "judgements",
  unknown: "not recognised",
};
const ROLE_WORDS: Record<DataKind, Partial<Record<FileRole, string>>> = {
  ratings: { ratings: "Ratings" },
  clicks: { train: "Learn from", valid: "Stop and calibrate on", test: "Measure on" },
  ranking: {
    train: "Learn from",
    test: "Measure on",
    "train-groups": "Query sizes of the first",
    "test-groups": "Query sizes of the second",
  },
  search: {
    corpus: "Documents",
    queries: "Queries",
    train: "Judgements to learn from",
    test: "Judgements to measure on",
  },
};
const NO_FILE: Partial<Record<FileRole, string>> = {
  valid: "none: a part of the first",
  test: "none: a part of the first",
  "train-groups": "none: lines have qid:",
  "test-groups": "none: lines have qid:",
  train: "none",
};

type RecognitionPartProps<AnyFlow extends Flow> = {
  store: DataStore<AnyFlow>;
  view: DataLabView<AnyFlow>;
  recognition: FilesRecognition;
};

/** What the files were taken for and why, to be confirmed or changed. */
export function RecognitionPart<AnyFlow extends Flow>({
  store,
  view,
  recognition,
}: RecognitionPartProps<AnyFlow>) {
  const { kind, chosen, roles } = view;
  const problem = kind && rolesProblem(kind, roles);
  const hasRoles = kind !== null && (chosen.length > 1 || problem === "missing");
  return (
    <section aria-label="What was recognised" className="grid min-w-0 gap-4">
      <FileTable view={view} recognition={recognition} />
      <div className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-5">
        <Field label="Read as">
          {(control) => (
            <Select
              {...control}
              value={kind ?? ""}
              onChange={({ target }) => void store.setKind(target.value as DataKind)}
            >
              {kind === null && <option value="">choose what this is</option>}
              {DATA_KINDS.map((one) => (
                <option key={one} value={one}>
                  {KIND_WORDS[one]}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {hasRoles &&
          ROLES_OF[kind].map(({ role, isRequired }) => (
            <RoleField
              key={role}
              label={ROLE_WORDS[kind][role] ?? role}
              none={isRequired ? null : (NO_FILE[role] ?? "none")}
              paths={chosen.map(({ path }) => path)}
              path={roles[role]}
              onChange={(path) => void store.setRole(role, path)}
            />
          ))}
      </div>
      {problem && (
        <p className="text-sm text-bad">
          {problem === "twice"
            ? "Each file can be used once."
            : `${KIND_WORDS[kind]} ${kind === "search" ? "needs documents, queries and judgements" : "needs a file to learn from"}: choose it above, or choose files that have it.`}
        </p>
      )}
    </section>
  );
}

type RoleFieldProps = {
  label: string;
  /** The words for no file; null when one is needed. */
  none: string | null;
  paths: readonly string[];
  path: string | undefined;
  onChange: (path: string | null) => void;
};

function RoleField({ label, none, paths, path, onChange }: RoleFieldProps) {
  return (
    <Field label={label}>
      {(control) => (
        <Select
          {...control}
          value={path ?? ""}
          onChange={({ target }) => onChange(target.value === "" ? null : target.value)}
        >
          {(none !== null || !path) && <option value="">{none ?? "choose a file"}</option>}
          {paths.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

function FileTable<AnyFlow extends Flow>({
  view: { chosen, kind, roles },
  recognition,
}: Omit<RecognitionPartProps<AnyFlow>, "store">) {
  const roleOf = (path: string) => {
    const [role] = Object.entries(roles).find(([, used]) => used === path) ?? [];
    return kind && role ? ROLE_WORDS[kind][role as FileRole]?.toLowerCase() : "not used";
  };
  const sizeOf = (path: string) => chosen.find((one) => one.path === path)?.file.size ?? 0;
  return (
    <div className="max-h-72 overflow-y-auto">
      <Table
        dense
        caption="What was recognised, from the first lines of each file"
        columns={[
          {
            key: "file",
            header: "File",
            rowHeader: true,
            className: "max-w-72 break-words",
            cell: ({ path }) => path,
          },
          { key: "size", header: "Size", numeric: true, cell: ({ path }) => formatBytes(sizeOf(path)) },
          { key: "content", header: "Holds", cell: ({ content }) => CONTENT_WORDS[content] },
          { key: "because", header: "Because of", className: "min-w-56", cell: ({ because }) => because },
          {
            key: "role",
            header: "Used to",
            className: "whitespace-nowrap",
            cell: ({ path }) => roleOf(path),
          },
        ]}
        rows={recognition.files}
        rowKey={({ path }) => path}
      />
    </div>
  );
}
