package io.botledger.sample;

/**
 * Random numbers that are the same on every Java version: SplitMix64 (Steele, Lea, Flood 2014), written out here because
 * the JDK specifies neither the bounded nor the Gaussian numbers of its own generators. Not for use by several threads.
 */
final class Dice {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private long state;

    Dice(long seed) {
        this.state = seed;
    }

    /** A one-to-one scrambling of all longs. */
    static long mix(long number) {
        long z = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** A seed that depends on each of the parts and on their order. */
    static long seed(long first, long second, long third, long fourth) {
        return chain(chain(chain(chain(0, first), second), third), fourth);
    }

    private static long chain(long hash, long part) {
        return mix((hash ^ part) + GOLDEN_GAMMA);
    }

    long nextLong() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** From 0 (included) to the bound (excluded). */
    int below(int bound) {
        return (int) (((nextLong() >>> 32) * bound) >>> 32);
    }

    /** From the least to the most, both included. */
    int between(int least, int most) {
        return least + below(most - least + 1);
    }

    /** From 0 (included) to 1 (excluded). */
    double unit() {
        return (nextLong() >>> 11) * UNIT;
    }

    boolean chance(int perThousand) {
        return below(1_000) < perThousand;
    }

    /** Standard normal, by Box and Muller; {@link StrictMath} gives the same bits everywhere. */
    double gaussian() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - unit()));
        return radius * StrictMath.cos(2 * StrictMath.PI * unit());
    }
}
