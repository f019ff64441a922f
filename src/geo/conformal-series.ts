/**
 * Transverse Mercator (k0 = 1) near its centre as power series, for projecting millions of vertices: ten times as
 * fast as the general formulas and as exact.
 *
 * With ψ the isometric latitude and λ the longitude from the centre, y + ix = F(ψ + iλ), where F is analytic and real
 * for λ = 0: there it is the meridian's length, whose derivative by ψ is r = N cos φ, the radius of the parallel.
 * So the Taylor coefficients of F, of its inverse, of ψ(φ) and of φ(ψ) follow from
 *
 *     dφ/dψ = cos φ (1 − e² sin² φ) / (1 − e²),   dr/dψ = −r sin φ,   dF/dψ = r
 *
 * by recurrence on power series: no fit, no sampling. `radius` is how far from the centre, in radians of ψ + iλ, the
 * first term left out stays below a nanometre.
 */
export interface ConformalSeries {
  /** ψ − ψ₀ by powers of φ − φ₀, radians. */
  readonly isometric: Float64Array;
  /** y + ix, metres, by powers of ψ − ψ₀ + iλ. */
  readonly forward: Float64Array;
  readonly radius: number;
  /** ψ − ψ₀ + iλ by powers of (y + ix) / a. */
  readonly backward: Float64Array;
  /** φ − φ₀, radians, by powers of ψ − ψ₀. */
  readonly latitude: Float64Array;
  /** How far from the centre, in units of a, the backward series is as good. */
  readonly backwardRadius: number;
  /** How far from the centre the first `NEAR_TERMS` terms of all four series are enough, radians or units of a. */
  readonly nearRadius: number;
}

/** Terms that a city needs, the constant one included. */
export const NEAR_TERMS = 8;

/** Terms of each series that are used, the constant one included. */
export const SERIES_TERMS = 12;

/** Terms that are computed: those left out say how far the others are enough. */
const COMPUTED_TERMS = SERIES_TERMS + 3;

const NANOMETRE = 1e-9;

/** Series around latitude `lat0` (radians) on the ellipsoid with semi-major axis `a` (m) and eccentricity² `e2`. */
export function conformalSeries(lat0: number, a: number, e2: number): ConformalSeries {
  const sin0 = Math.sin(lat0);
  const cos0 = Math.cos(lat0);
  const r0 = cos0 / Math.sqrt(1 - e2 * sin0 * sin0);

  // By ψ: sin φ, cos φ, r / a, and their integrals.
  const s = seriesFrom(sin0);
  const c = seriesFrom(cos0);
  const r = seriesFrom(r0);
  const f = seriesFrom(0);
  const latitude = seriesFrom(0);
  // By φ: ψ' = (1 − e²) / (cos φ (1 − e² sin² φ)).
  const sine = taylorOfSine(sin0, cos0);
  const cosine = taylorOfSine(cos0, -sin0);
  const isometric = seriesFrom(0);
  const slope = quotient(scaled([1], 1 - e2), product(cosine, oneMinus(scaled(product(sine, sine), e2))));
  // By u = F / a: g = a / r, sin φ and ψ.
  const g = seriesFrom(1 / r0);
  const sOfU = seriesFrom(sin0);
  const backward = seriesFrom(0);

  for (let n = 0; n + 1 < COMPUTED_TERMS; n++) {
    const flatness = oneMinus(scaled(product(s, s), e2));
    const turn = product(c, flatness);
    set(s, n, product(c, turn)[n]! / (1 - e2));
    set(c, n, -product(s, turn)[n]! / (1 - e2));
    set(latitude, n, turn[n]! / (1 - e2));
    set(r, n, -product(s, r)[n]!);
    set(f, n, r[n]!);
    set(isometric, n, slope[n]!);
    const square = product(sOfU, sOfU);
    const rise = product(product(oneMinus(square), oneMinus(scaled(square, e2))), g);
    set(backward, n, g[n]!);
    const growth = product(sOfU, product(g, g))[n]!;
    set(sOfU, n, rise[n]! / (1 - e2));
    set(g, n, growth);
  }
  const all = [f, isometric, backward, latitude];
  return {
    isometric,
    forward: f.map((coefficient) => coefficient * a),
    radius: radiusOf([f, isometric], SERIES_TERMS, NANOMETRE / a),
    backward,
    latitude,
    backwardRadius: radiusOf([backward, latitude], SERIES_TERMS, NANOMETRE / a),
    nearRadius: radiusOf(all, NEAR_TERMS, NANOMETRE / a),
  };
}

/**
 * How large a variable may be for the terms from power `first` on to stay below `limit` in all of the series. Three
 * powers are looked at, for every other coefficient may vanish.
 */
function radiusOf(all: readonly Float64Array[], first: number, limit: number): number {
  let radius = 0.05;
  for (const series of all) {
    for (let power = first; power < first + 3; power++) {
      const coefficient = Math.abs(series[power]!);
      if (coefficient > 0) radius = Math.min(radius, (limit / coefficient) ** (1 / power));
    }
  }
  return radius;
}

function seriesFrom(constant: number): Float64Array {
  const series = new Float64Array(COMPUTED_TERMS);
  series[0] = constant;
  return series;
}

/** The next coefficient from the derivative's coefficient of power `n`. */
function set(series: Float64Array, n: number, derivative: number): void {
  series[n + 1] = derivative / (n + 1);
}

/** Of a function with f'' = −f, such as the sine. */
function taylorOfSine(value: number, slope: number): Float64Array {
  const series = seriesFrom(value);
  series[1] = slope;
  for (let n = 2; n < COMPUTED_TERMS; n++) series[n] = -series[n - 2]! / (n * (n - 1));
  return series;
}

function scaled(series: ArrayLike<number>, factor: number): Float64Array {
  return Float64Array.from({ length: COMPUTED_TERMS }, (_, n) => (series[n] ?? 0) * factor);
}

function oneMinus(series: Float64Array): Float64Array {
  const rest = scaled(series, -1);
  rest[0]! += 1;
  return rest;
}

function product(a: Float64Array, b: Float64Array): Float64Array {
  const result = new Float64Array(COMPUTED_TERMS);
  for (let n = 0; n < COMPUTED_TERMS; n++) {
    let sum = 0;
    for (let i = 0; i <= n; i++) sum += a[i]! * b[n - i]!;
    result[n] = sum;
  }
  return result;
}

function quotient(a: Float64Array, b: Float64Array): Float64Array {
  const result = new Float64Array(COMPUTED_TERMS);
  for (let n = 0; n < COMPUTED_TERMS; n++) {
    let sum = a[n]!;
    for (let i = 0; i < n; i++) sum -= result[i]! * b[n - i]!;
    result[n] = sum / b[0]!;
  }
  return result;
}
