/** The type of a group of components that MDX may name: each is given the props of its schema, and children. */
import type { ComponentType, ReactNode } from "react";
import type * as z from "zod";

/** A schema without props is inferred as a record of nothing, which would forbid children too. */
type Props<Schema extends z.ZodType> = string extends keyof z.infer<Schema> ? unknown : z.infer<Schema>;

export type RenderedGroup<Group extends Record<string, z.ZodType>> = {
  [Name in keyof Group]: ComponentType<Props<Group[Name]> & { children?: ReactNode }>;
};
