/**
 * The standard normal distribution: everything that experiments and drift need of it.
 *
 * Quantile: algorithm AS 241, PPND16 (Wichura, Applied Statistics 37, 1988), relative accuracy about 1e-16.
 * Distribution function: Hart's rational approximation as given by West ("Better Approximations to Cumulative Normal
 * Functions", 2005), accurate to double precision in the body and to many digits in the tails.
 */
const QUANTILE_CENTRE = {
  numerator: [
    2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946,
    1971.5909503065513, 133.14166789178438, 3.3871328727963665,
  ],
  denominator: [
    5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751,
    687.1870074920579, 42.31333070160091, 1,
  ],
};
const QUANTILE_TAIL = {
  numerator: [
    0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
    5.769497221460691, 4.630337846156546, 1.4234371107496835,
  ],
  denominator: [
    1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
    1.6763848301838038, 2.053191626637759, 1,
  ],
};
const QUANTILE_FAR_TAIL = {
  numerator: [
    2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124,
    0.29656057182850487, 1.7848265399172913, 5.463784911164114, 6.657904643501103,
  ],
  denominator: [
    2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133,
    0.014875361290850615, 0.1369298809227358, 0.599832206555888, 1,
  ],
};
const CUMULATIVE = {
  numerator: [
    3.52624965998911e-2, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871,
    221.213596169931, 220.206867912376,
  ],
  denominator: [
    8.83883476483184e-2, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674,
    637.333633378831, 793.826512519948, 440.413735824752,
  ],
};

type Rational = { numerator: readonly number[]; denominator: readonly number[] };

function evaluate({ numerator, denominator }: Rational, x: number): number {
  const horner = (coefficients: readonly number[]) => coefficients.reduce((sum, c) => sum * x + c, 0);
  return horner(numerator) / horner(denominator);
}

/** The z with `\Phi(z) = p`, p in (0, 1). 0 gives -Infinity, 1 gives Infinity. */
export function normalQuantile(p: number): number {
  const centred = p - 0.5;
  if (Math.abs(centred) <= 0.425) return centred * evaluate(QUANTILE_CENTRE, 0.180625 - centred * centred);
  const tail = Math.min(p, 1 - p);
  if (tail <= 0) return Math.sign(centred) * Number.POSITIVE_INFINITY;
  const r = Math.sqrt(-Math.log(tail));
  const z = r <= 5 ? evaluate(QUANTILE_TAIL, r - 1.6) : evaluate(QUANTILE_FAR_TAIL, r - 5);
  return centred < 0 ? -z : z;
}

/** `\Phi(z) = P(Z \le z)`. */
export function normalCdf(z: number): number {
  const distance = Math.abs(z);
  if (distance > 37) return z > 0 ? 1 : 0;
  const density = Math.exp((-distance * distance) / 2);
  const tail =
    distance < 7.07106781186547
      ? density * evaluate(CUMULATIVE, distance)
      : density /
        (distance + 1 / (distance + 2 / (distance + 3 / (distance + 4 / (distance + 0.65))))) /
        Math.sqrt(2 * Math.PI);
  return z > 0 ? 1 - tail : tail;
}

/** `\varphi(x) = e^{-(x - \mu)^2 / 2 \sigma^2} / (\sigma \sqrt{2 \pi})`. */
export function normalDensity(x: number, mean = 0, standardDeviation = 1): number {
  const z = (x - mean) / standardDeviation;
  return Math.exp((-z * z) / 2) / (standardDeviation * Math.sqrt(2 * Math.PI));
}

/**
 * Chi-square quantile by the cube-root normal approximation (Wilson & Hilferty, 1931), good to about 0.1% above 5 degrees:
 * `\chi^2_{\nu, p} \approx \nu \left(1 - \frac{2}{9\nu} + z_p \sqrt{\frac{2}{9\nu}}\right)^3`
 */
export function chiSquareQuantile(p: number, degreesOfFreedom: number): number {
  const spread = 2 / (9 * degreesOfFreedom);
  return degreesOfFreedom * (1 - spread + normalQuantile(p) * Math.sqrt(spread)) ** 3;
}
