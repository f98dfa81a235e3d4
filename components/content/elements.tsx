/** The elements that Markdown makes, as the site draws them. Used for MDX and for sanitised Markdown alike. */
import { Link as LinkIcon } from "lucide-react";
import Link from "next/link";
import type { ComponentProps } from "react";
import { HeadingTools } from "@/components/reading/heading-tools";

export function ProseLink({ href = "", children, ...rest }: ComponentProps<"a">) {
  if (href.startsWith("/")) {
    return (
      <Link href={href} {...rest}>
        {children}
      </Link>
    );
  }
  const leaves = !href.startsWith("#");
  return (
    <a href={href} {...(leaves && { rel: "noreferrer nofollow" })} {...rest}>
      {children}
    </a>
  );
}

/** A heading that can be linked to: the mark appears on hover and on focus. */
function heading(Tag: "h2" | "h3" | "h4") {
  return function ProseHeading({ id, children, ...rest }: ComponentProps<"h2">) {
    return (
      <div className={`prose-heading prose-${Tag}`}>
        <Tag id={id} {...rest}>
          {children}
        </Tag>
        {id && (
          <a href={`#${id}`} className="prose-anchor" aria-label="Link to this section" aria-describedby={id}>
            <LinkIcon size={16} aria-hidden />
          </a>
        )}
        {id && <HeadingTools anchor={id} />}
      </div>
    );
  };
}
export const ProseHeading2 = heading("h2");
export const ProseHeading3 = heading("h3");
export const ProseHeading4 = heading("h4");

/** Scrolls sideways inside itself, by keyboard too. */
export function ProseTable(props: ComponentProps<"table">) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard.
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups form controls, and there are none.
    <div className="prose-table" tabIndex={0} role="group" aria-label="Table">
      <table {...props} />
    </div>
  );
}

/** Markdown tables often leave the corner empty; an empty header cell names nothing. */
export function ProseHeaderCell({ children, ...rest }: ComponentProps<"th">) {
  const isEmpty = children === undefined || children === null || children === "";
  return isEmpty ? (
    <td {...rest} />
  ) : (
    <th scope="col" {...rest}>
      {children}
    </th>
  );
}

/** A display formula may be wider than the page: it scrolls inside itself. */
export function ProseSpan({ className, ...rest }: ComponentProps<"span">) {
  if (className !== "katex-display") return <span className={className} {...rest} />;
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard.
  return <span className={className} tabIndex={0} {...rest} />;
}
