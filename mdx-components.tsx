import type { MDXComponents } from "mdx/types";
import {
  ProseHeaderCell,
  ProseHeading2,
  ProseHeading3,
  ProseHeading4,
  ProseLink,
  ProseSpan,
  ProseTable,
} from "@/components/content/elements";

/** Elements only. The vocabulary's components are given by each page: some of them know the page's sources. */
export function useMDXComponents(): MDXComponents {
  return {
    a: ProseLink,
    h2: ProseHeading2,
    h3: ProseHeading3,
    h4: ProseHeading4,
    table: ProseTable,
    th: ProseHeaderCell,
    span: ProseSpan,
  };
}
