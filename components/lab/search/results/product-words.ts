/** A product and its numbers in words. */
import { formatAge, formatCount } from "@/components/lab/format";
import type { ProductCard } from "@/lib/pipeline/product-search/trace";

const pounds = new Intl.NumberFormat("en-GB", { style: "currency", currency: "GBP" });
export const formatPrice = (price: number): string => pounds.format(price);

/** "4.3 of 5 stars (1,204)"; those without a review say so. */
export const describeRating = ({ rating, reviews }: Pick<ProductCard, "rating" | "reviews">): string =>
  reviews === 0 ? "no reviews" : `${rating.toFixed(1)} ★ (${formatCount(reviews)})`;

export const describeProduct = ({ department, category, ageDays, inStock }: ProductCard): string =>
  `${department}, ${category}, listed ${formatAge(ageDays)}${inStock ? "" : ", sold out"}`;

/** "+0.42", "−1.30", "0.00". */
export function signed(value: number, digits = 2): string {
  const text = Math.abs(value).toFixed(digits);
  if (Number(text) === 0) return text;
  return `${value < 0 ? "−" : "+"}${text}`;
}
